import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, it } from "mocha";
import { connect } from "node:tls";
import { text } from "node:stream/consumers";
import { answerWith, createNetwork, json, openProxy, type Network, type Proxy } from "../../../emulator/network";

describe("The proxy to the emulator's hosts", () => {
  let network: Network;
  let proxy: Proxy;
  before(async () => {
    network = await createNetwork();
    network.serve(
      "management.azure.com",
      answerWith(({ url }) => json(200, { url }, { connection: "close" })),
    );
    proxy = await openProxy(network);
  });
  after(async () => {
    await proxy.close();
    await network.close();
  });

  /** Asks by CONNECT for a host; gives the proxy's status, and what the host answered to a GET behind it. */
  const ask = (path: string): Promise<{ status: number | undefined; answer: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(proxy.url);
      request({ host: hostname, port, method: "CONNECT", path, agent: false })
        .once("connect", ({ statusCode: status }, socket) => {
          if (status !== 200) {
            socket.destroy();
            resolve({ status, answer: "" });
            return;
          }
          const servername = path.split(":")[0] ?? "";
          const secure = connect({ socket, servername, ca: network.certificateAuthority }, () => {
            secure.write(`GET /there HTTP/1.1\r\nHost: ${servername}\r\n\r\n`);
            text(secure).then((answer) => {
              resolve({ status, answer });
            }, reject);
          });
          secure.once("error", reject);
        })
        .once("error", reject)
        .end();
    });

  it("leads to a served host under its own name, with verified TLS", async () => {
    const { status, answer } = await ask("management.azure.com:443");
    assert.equal(status, 200);
    assert.match(answer, /^HTTP\/1\.1 200 [^]*"https:\/\/management\.azure\.com\/there"/);
  });

  for (const target of ["example.com:443", "management.azure.com:80", "localhost:22"]) {
    it(`refuses ${target}: nothing goes on from here`, async () => {
      assert.deepEqual(await ask(target), { status: 403, answer: "" });
    });
  }
});
