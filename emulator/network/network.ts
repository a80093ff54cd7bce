import type { IncomingMessage, RequestListener } from "node:http";
import { createServer, type Agent } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { TLSSocket, type SecureContext } from "node:tls";
import { addressOf } from "./address";
import { sharedCertificates, type Certificates } from "./certificates";
import { HostNotServedError, type HttpAnswer, type HttpRequest } from "./http-messages";
import { LoopbackAgent } from "./loopback-agent";
import { sendRequest } from "./send-request";
import { ServedHosts } from "./served-hosts";

/** A request to a served host, before its body is read. */
export interface InterceptedRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: URL;
}

/** Chooses what answers a request in place of the host's own server. Undefined: the host's own server does. */
export type Interceptor = (request: InterceptedRequest) => RequestListener | undefined;

/** Host names, served on this machine alone, with verified TLS. */
export interface Network {
  /**
   * Serves a host: a name (`management.azure.com`), a name with another port than 443 (`login.example.com:8443`), or
   * `*.suffix` (any depth below it).
   *
   * @param path serves only this path, or with `/*` at its end all below it; what is served without one answers the
   * others, and 404 where there is none
   * @throws {Error} when exactly this is served already
   */
  serve(host: string, listener: RequestListener, path?: string): void;
  /** Decides whether a host is served, exactly or by a suffix. It has its port unless that is 443. */
  isServed(host: string): boolean;
  /** Ends what `serve` began, with all paths of the host: the name resolves no more. */
  unserve(host: string): void;
  /**
   * Lets something stand before the servers of all hosts, as an outage would. Of several interceptors, the first that
   * chooses an answer decides.
   *
   * @returns what takes it away
   */
  intercept(interceptor: Interceptor): () => void;
  /**
   * Sends to a served host and reads the whole answer. No redirect is followed.
   *
   * @throws {HostNotServedError} for any other host, before there is a socket
   * @throws {RequestTimeoutError} when the answer is not complete in time
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Takes other clients to the served hosts, as `send` does. */
  readonly agent: Agent;
  /** PEM. */
  readonly certificateAuthority: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Ends the server and all its connections. */
  close(): Promise<void>;
}

/** Options of a network. */
interface NetworkOptions {
  /** Time of each answer's Date header, https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1. @default the machine's */
  readonly now?: () => Date;
  /** @default those of this process */
  readonly certificates?: Certificates;
}

/** Opens a network of one server, on a free port of 127.0.0.1, which tells hosts apart by name. */
export async function createNetwork({ now = () => new Date(), ...options }: NetworkOptions = {}): Promise<Network> {
  const hosts = new ServedHosts();
  const interceptors = new Set<Interceptor>();
  const certificates = options.certificates ?? (await sharedCertificates());
  const SNICallback = (host: string, done: (error: Error | null, context?: SecureContext) => void): void => {
    if (!hosts.hasName(host)) {
      done(new HostNotServedError(host));
      return;
    }
    certificates.forHost(host, hosts.names()).then((context) => {
      done(null, context);
    }, done);
  };
  const server = createServer({ SNICallback }, (request, response) => {
    response.setHeader("date", now().toUTCString());
    const address = addressOf(request.headers.host ?? "");
    const [hostname] = address.split(":");
    // A connection is for the host that its certificate was checked for, whatever the Host header says.
    const listener =
      request.socket instanceof TLSSocket && request.socket.servername === hostname ? hosts.find(address) : undefined;
    if (listener === undefined) response.writeHead(421).end();
    else (findInterception(interceptors, address, request) ?? listener)(request, response);
  });
  // A connection that the server closes for idleness, just as it is used again, would be an error of the emulator's own.
  server.keepAliveTimeout = 0;
  const connections = new Set<Socket>();
  server.on("connection", (connection: Socket) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const isServed = (host: string): boolean => hosts.find(host) !== undefined;
  const agent = new LoopbackAgent({ isServed, port, certificateAuthority: certificates.authority });
  return {
    serve: (host, listener, path) => {
      hosts.add(host, listener, path);
    },
    isServed,
    unserve: (host) => {
      hosts.remove(host);
      agent.forgetUnserved();
    },
    intercept: (interceptor) => {
      // Each call counts by itself, even with a function that was given before.
      const own: Interceptor = (request) => interceptor(request);
      interceptors.add(own);
      return () => {
        interceptors.delete(own);
      };
    },
    send: (request) => sendRequest(agent, request),
    agent,
    certificateAuthority: certificates.authority,
    port,
    close: async () => {
      agent.destroy();
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
      // Not closeAllConnections: that leaves those whose handshake is under way.
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}

function findInterception(
  interceptors: Iterable<Interceptor>,
  address: string,
  { method = "", url: target = "/" }: IncomingMessage,
): RequestListener | undefined {
  for (const interceptor of interceptors) {
    const listener = interceptor({ method, url: new URL(target, `https://${address}`) });
    if (listener !== undefined) return listener;
  }
  return undefined;
}
