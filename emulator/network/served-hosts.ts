import type { RequestListener } from "node:http";
import { addressOf } from "./address";

/** The listeners of one address: one for all of it, and others for single paths and prefixes. */
interface ServedAddress {
  readonly paths: Map<string, RequestListener>;
  rest?: RequestListener;
}

/** Served addresses, each with its listeners. */
export class ServedHosts {
  readonly #served = new Map<string, ServedAddress>();

  /**
   * @param path serves only this path of the address, or with `/*` at its end all below it, before what serves all of
   * the address: a path before a prefix, a longer prefix before a shorter one
   * @throws {Error} for an address, or a path of it, that is served already, or that is not a host name
   */
  add(host: string, listener: RequestListener, path?: string): void {
    const address = addressOf(host);
    if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(address)) {
      throw new Error(`Cannot serve '${host}': give a host name, or '*.' and a suffix, with or without a port.`);
    }
    const served: ServedAddress = this.#served.get(address) ?? { paths: new Map<string, RequestListener>() };
    if (path === undefined ? served.rest !== undefined : served.paths.has(path)) {
      throw new Error(`'${host}${path ?? ""}' is served already.`);
    }
    if (path === undefined) served.rest = listener;
    else served.paths.set(path, listener);
    this.#served.set(address, served);
  }

  /** Removes an address with all its paths. */
  remove(host: string): void {
    this.#served.delete(addressOf(host));
  }

  /** Names and suffixes of hosts, in lower case, without ports. */
  names(): readonly string[] {
    return [...this.#served.keys()].map((address) => address.replace(/:\d+$/, ""));
  }

  /** Decides whether a host is served on any port. */
  hasName(host: string): boolean {
    const ports = new Set([...this.#served.keys()].map((address) => /:\d+$/.exec(address)?.[0] ?? ""));
    return [...ports].some((port) => this.find(`${host}${port}`) !== undefined);
  }

  /** Finds the listener of a host, with its port unless that is 443: an exact name before a suffix, a longer suffix
   * before a shorter one. It responds 404 to a path that nothing serves. */
  find(host: string): RequestListener | undefined {
    const labels = addressOf(host).split(".");
    const patterns = labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join(".")}`);
    const found = [labels.join("."), ...patterns]
      .map((pattern) => this.#served.get(pattern))
      .find((served) => served !== undefined);
    if (found === undefined) return undefined;
    return (request, response) => {
      const { pathname } = new URL(request.url ?? "/", `https://${labels.join(".")}`);
      const listener = found.paths.get(pathname) ?? belowPrefix(found, pathname) ?? found.rest;
      if (listener === undefined) response.writeHead(404).end();
      else listener(request, response);
    };
  }
}

function belowPrefix({ paths }: ServedAddress, pathname: string): RequestListener | undefined {
  const prefixes = [...paths.keys()].filter((path) => path.endsWith("/*") && pathname.startsWith(path.slice(0, -1)));
  const [longest = ""] = prefixes.sort((a, b) => b.length - a.length);
  return paths.get(longest);
}
