import { Agent, type RequestOptions } from "node:https";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";
import { HostNotServedError } from "./http-messages";

/** Address of the served hosts, and their certificate authority. */
export interface LoopbackAgentOptions {
  readonly isServed: (host: string) => boolean;
  readonly port: number;
  readonly certificateAuthority: string;
}

/** Connects served hosts to this machine, always with verified TLS. Every other host fails before there is a socket. */
export class LoopbackAgent extends Agent {
  readonly #options: LoopbackAgentOptions;

  constructor(options: LoopbackAgentOptions) {
    // As many at once as Pulumi's engine has operations: more would find the server's queue full.
    super({ keepAlive: true, maxSockets: 16 });
    this.#options = options;
  }

  override createConnection(
    { host, port }: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const name = host ?? "";
    const { isServed, certificateAuthority: ca } = this.#options;
    const hostWithPort = withPort(name, String(port ?? 443));
    if (!isServed(hostWithPort)) {
      const error = new HostNotServedError(hostWithPort);
      if (callback === undefined) throw error;
      // Node gives an error no stream; its types say that there always is one.
      (callback as (error: Error) => void)(error);
      return undefined;
    }
    return connect({ host: "127.0.0.1", port: this.#options.port, servername: name, ca, rejectUnauthorized: true });
  }

  /** Drops connections that are kept for hosts that are served no more. */
  forgetUnserved(): void {
    for (const [name, sockets = []] of Object.entries(this.freeSockets)) {
      // Node names a connection by its host and port first: `host:443:…`.
      const [host = "", port = ""] = name.split(":");
      if (!this.#options.isServed(withPort(host, port))) sockets.forEach((socket) => socket.destroy());
    }
  }
}

function withPort(host: string, port: string): string {
  return port === "443" ? host : `${host}:${port}`;
}
