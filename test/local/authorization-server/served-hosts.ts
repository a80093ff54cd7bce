import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer of a token endpoint; the body is empty where it is no JSON. */
export interface TokenAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Each served host as an HTTP server of its own on the loopback. */
export class ServedHosts {
  private readonly servers = new Map<string, Server>();

  serve(host: string, listener: RequestListener): void {
    if (this.servers.has(host)) throw new Error(`${host} is served already.`);
    this.servers.set(host, createServer(listener));
  }

  /** Posts a form to a URL of a served host. */
  async post(
    url: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TokenAnswer> {
    const { host, pathname } = new URL(url);
    const port = await this.listen(host);
    const answer = await fetch(`http://127.0.0.1:${String(port)}${pathname}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(form).toString(),
    });
    const contentType = answer.headers.get("content-type") ?? "";
    const text = await answer.text();
    const body = contentType.startsWith("application/json") ? (JSON.parse(text) as TokenAnswer["body"]) : {};
    return { status: answer.status, contentType, body };
  }

  close(): void {
    for (const server of this.servers.values()) {
      server.close();
      server.closeAllConnections();
    }
  }

  private async listen(host: string): Promise<number> {
    const server = this.servers.get(host);
    if (server === undefined) throw new Error(`${host} is not served.`);
    if (!server.listening) {
      await new Promise<void>((resolve) => {
        server.listen(0, "127.0.0.1", resolve);
      });
    }
    return (server.address() as AddressInfo).port;
  }
}
