import type { RequestListener } from "node:http";

/** Served host names, each with its listener. A name without a port is for port 443. */
export class ServedHosts {
  readonly #listeners = new Map<string, RequestListener>();

  /** @throws {Error} for a name that is served already, or is not a host name */
  add(host: string, listener: RequestListener): void {
    const name = host.toLowerCase();
    if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:(?!443$)\d{1,5})?$/.test(name)) {
      throw new Error(`Cannot serve '${host}': give a host name, or '*.' and a suffix, with a port unless it is 443.`);
    }
    if (this.#listeners.has(name)) throw new Error(`'${host}' is served already.`);
    this.#listeners.set(name, listener);
  }

  remove(host: string): void {
    this.#listeners.delete(host.toLowerCase());
  }

  /** Names and suffixes, as they were added, in lower case and without ports. */
  names(): readonly string[] {
    return [...new Set([...this.#listeners.keys()].map((name) => name.replace(/:\d+$/, "")))];
  }

  /** Decides whether a host is served on any port. */
  has(hostname: string): boolean {
    return [...this.#listeners.keys()].some(
      (name) => this.find(`${hostname}${/:\d+$/.exec(name)?.[0] ?? ""}`) !== undefined,
    );
  }

  /** Finds the listener of a host: an exact name before a suffix, a longer suffix before a shorter one. */
  find(host: string): RequestListener | undefined {
    const labels = host.toLowerCase().split(".");
    const patterns = labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join(".")}`);
    return [labels.join("."), ...patterns]
      .map((pattern) => this.#listeners.get(pattern))
      .find((listener) => listener !== undefined);
  }
}
