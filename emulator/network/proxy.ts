import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { addressOf } from "./address";
import type { Network } from "./network";

/** A proxy to the served hosts. */
export interface Proxy {
  /** For `HTTPS_PROXY`. */
  readonly url: string;
  /** Ends the proxy and its connections. */
  close(): Promise<void>;
}

/**
 * Takes clients of other processes to a network's hosts under their own names: an HTTP proxy (`CONNECT`) on 127.0.0.1.
 *
 * A client needs to know the proxy and the network's certificate authority, and no other address than Azure's own. Hosts
 * that are not served are refused: nothing goes on to another machine.
 */
export async function openProxy(network: Pick<Network, "port" | "isServed">): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => {
    response.writeHead(405, { "content-type": "text/plain" });
    response.end("This proxy takes CONNECT only.\n");
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("connect", ({ url = "" }, client: Socket, head: Buffer) => {
    client.on("error", () => client.destroy());
    if (!network.isServed(addressOf(url))) {
      client.end(refusal(url));
      return;
    }
    const upstream = connect(network.port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    upstream.once("close", () => client.destroy());
    client.once("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function refusal(target: string): string {
  const body = `Nothing here serves '${target}', and no request leaves this machine.\n`;
  const headers = ["HTTP/1.1 403 Forbidden", "content-type: text/plain", `content-length: ${Buffer.byteLength(body)}`];
  return [...headers, "", body].join("\r\n");
}
