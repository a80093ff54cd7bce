import type { RequestListener } from "node:http";
import { Agent, createServer, request as send } from "node:https";
import type { AddressInfo } from "node:net";
import type { SecureContext } from "node:tls";
import { Certificates } from "./certificates";
import type { HttpAnswer, HttpRequest } from "./http-messages";
import { HostNotServedError, RequestTimeoutError } from "./http-messages";

/** Hosts by name, all on one port of the loopback, over verified TLS. */
export interface Network {
  /** Serves a host: `management.azure.com`, or `*.suffix` for any depth below. @throws Error if it is served already */
  serve(host: string, listener: RequestListener): void;
  /** Ends what `serve` began. */
  unserve(host: string): void;
  /** Sends to a served host. @throws HostNotServedError, RequestTimeoutError, or what the connection failed with */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** For other people's clients: leads served hosts here, and refuses all others. */
  readonly agent: Agent;
  /** PEM of the authority that signs the hosts' certificates. */
  readonly certificateAuthority: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a network of its own on a free port. */
export async function createNetwork(): Promise<Network> {
  const certificates = await Certificates.create();
  const listeners = new Map<string, RequestListener>();
  const find = (host: string): RequestListener | undefined => {
    const labels = host.toLowerCase().split(".");
    const names = labels.map((_, index) => (index === 0 ? labels.join(".") : `*.${labels.slice(index).join(".")}`));
    return names.map((name) => listeners.get(name)).find((listener) => listener !== undefined);
  };

  const server = createServer(
    { SNICallback: (host, done) => void chooseCertificate(certificates, find, host, done) },
    (request, response) => {
      const host = (request.headers.host ?? "").replace(/:\d+$/, "");
      const listener = find(host);
      if (listener === undefined) response.writeHead(421).end();
      else listener(request, response);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new LoopbackAgent(port, certificates.authority, (host) => find(host) !== undefined);

  return {
    serve(host, listener) {
      const name = host.toLowerCase();
      if (listeners.has(name)) throw new Error(`The host '${host}' is served already.`);
      listeners.set(name, listener);
    },
    unserve: (host) => void listeners.delete(host.toLowerCase()),
    send: (request) => sendThrough(agent, request),
    agent,
    certificateAuthority: certificates.authority,
    port,
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function chooseCertificate(
  certificates: Certificates,
  find: (host: string) => unknown,
  host: string,
  done: (error: Error | null, context?: SecureContext) => void,
): Promise<void> {
  if (find(host) === undefined) {
    done(new HostNotServedError(host));
    return;
  }
  done(null, await certificates.forHost(host));
}

type AgentOptions = Parameters<Agent["createConnection"]>[0];

/** Connects to the loopback in place of the host, and lets the host prove its name. */
class LoopbackAgent extends Agent {
  constructor(
    private readonly loopbackPort: number,
    authority: string,
    private readonly isServed: (host: string) => boolean,
  ) {
    super({ keepAlive: true, ca: authority });
  }

  override createConnection(
    ...[options, done]: Parameters<Agent["createConnection"]>
  ): ReturnType<Agent["createConnection"]> {
    const host = (options as { host?: string }).host ?? "";
    if (!this.isServed(host)) throw new HostNotServedError(host);
    const here = { ...options, host: "127.0.0.1", port: this.loopbackPort, servername: host } as AgentOptions;
    return super.createConnection(here, done);
  }
}

function sendThrough(agent: Agent, request: HttpRequest): Promise<HttpAnswer> {
  const url = new URL(request.url);
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { agent, method: request.method, headers: headersOf(request) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const headers = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        );
        resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    outgoing.on("error", reject);
    const { timeoutMilliseconds } = request;
    if (timeoutMilliseconds !== undefined) {
      const timer = setTimeout(() => {
        outgoing.destroy(new RequestTimeoutError(url.hostname, timeoutMilliseconds));
      }, timeoutMilliseconds);
      outgoing.on("close", () => {
        clearTimeout(timer);
      });
    }
    outgoing.end(request.body);
  });
}

/** The length is always said: some servers answer 411 to a POST without one. */
function headersOf({ headers, body = "" }: HttpRequest): Record<string, string | number> {
  return { ...headers, "content-length": Buffer.byteLength(body) };
}
