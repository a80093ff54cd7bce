import { Agent, type RequestOptions } from "node:https";
import type { Duplex } from "node:stream";
import { connect, createSecureContext, type SecureContext } from "node:tls";
import { addressOf } from "./address";
import { HostNotServedError } from "./http-messages";

/** Address of the served hosts, and their certificate authority, PEM. */
export interface LoopbackAgentOptions {
  /** Decides by host, and port unless it is 443. */
  readonly isServed: (address: string) => boolean;
  readonly port: number;
  readonly certificateAuthority: string;
}

/** Connects served hosts to this machine, always with verified TLS. Every other host fails before there is a socket. */
export class LoopbackAgent extends Agent {
  readonly #options: LoopbackAgentOptions;
  /** One for all connections: each would read the certificate again. */
  readonly #secureContext: SecureContext;

  constructor(options: LoopbackAgentOptions) {
    // Few at once: the handshake of a connection takes longer than several requests.
    super({ keepAlive: true, maxSockets: 4 });
    this.#options = options;
    this.#secureContext = createSecureContext({ ca: options.certificateAuthority });
  }

  override createConnection(
    { host, port }: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const address = addressOf(`${host ?? ""}:${String(port ?? 443)}`);
    const { isServed, port: loopbackPort } = this.#options;
    if (!isServed(address)) {
      const error = new HostNotServedError(address);
      if (callback === undefined) throw error;
      // Node gives an error no stream; its types say that there always is one.
      (callback as (error: Error) => void)(error);
      return undefined;
    }
    // Without the final dot, as RFC 6066, section 3 requires.
    const [servername = ""] = address.split(":");
    return connect({
      host: "127.0.0.1",
      port: loopbackPort,
      servername,
      secureContext: this.#secureContext,
      rejectUnauthorized: true,
    });
  }

  /** Drops connections that are kept for hosts that are served no more. */
  forgetUnserved(): void {
    for (const [name, sockets = []] of Object.entries(this.freeSockets)) {
      // Node names a connection by its host and port first: `host:443:…`.
      if (!this.#options.isServed(addressOf(name.split(":").slice(0, 2).join(":"))))
        sockets.forEach((socket) => socket.destroy());
    }
  }
}
