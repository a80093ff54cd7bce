import { afterEach, describe, it } from "mocha";
import assert from "node:assert/strict";
import dns from "node:dns";
import { once } from "node:events";
import { createServer, get as httpGet } from "node:http";
import { get } from "node:https";
import { connect, createServer as createPipe, Socket, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepToLoopback, LoopbackOnlyError } from "../../../emulator/network";

describe("keepToLoopback", () => {
  const lifts: (() => void)[] = [];
  const keep = (): (() => void) => {
    const lift = keepToLoopback();
    lifts.push(lift);
    return lift;
  };

  afterEach(() => {
    for (const lift of lifts.splice(0)) lift();
  });

  const failure = async (source: NodeJS.EventEmitter): Promise<unknown> =>
    ((await once(source, "error")) as unknown[])[0];

  const refusal = (host: string) => (error: unknown) => {
    assert.ok(error instanceof LoopbackOnlyError);
    assert.equal(error.host, host);
    assert.equal(error.message, `A connection to '${host}' was refused: this run keeps to this machine.`);
    return true;
  };

  it("refuses https to another machine before its name is looked up", async () => {
    const { lookup } = dns;
    const looked: unknown[] = [];
    dns.lookup = ((host: unknown) => void looked.push(host)) as unknown as typeof dns.lookup;
    try {
      keep();
      refusal("example.com")(await failure(get("https://example.com")));
      assert.deepEqual(looked, []);
    } finally {
      dns.lookup = lookup;
    }
  });

  it("refuses http, fetch, sockets and addresses too", async () => {
    keep();
    refusal("example.com")(await failure(httpGet("http://example.com")));
    await assert.rejects(fetch("https://example.com"), ({ cause }: Error) => refusal("example.com")(cause));
    const socket = connect(443, "192.0.2.1");
    socket.write("at once");
    refusal("192.0.2.1")(await failure(socket));
    refusal("192.0.2.1")(await failure(connect(443, "192.0.2.1")));
    refusal("2001:db8::1")(await failure(connect({ host: "2001:db8::1", port: 443 })));
    refusal("127.example.com")(await failure(connect({ host: "127.example.com", port: 443 })));
    refusal("0.0.0.0")(await failure(connect({ host: "0.0.0.0", port: 443 })));
  });

  it("leaves connections to this machine alone", async () => {
    keep();
    const server = createServer((_, response) => response.end("here"));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const connected = async (socket: Socket): Promise<void> => {
      await once(socket, "connect");
      socket.destroy();
    };
    assert.equal(await (await fetch(`http://127.0.0.1:${port}`)).text(), "here");
    await connected(connect(port, "127.0.0.1"));
    await connected(connect({ port, host: "localhost", family: 4 }));
    server.closeAllConnections();
    server.close();
    await once(server, "close");

    const path = join(tmpdir(), `keep-to-loopback-${process.pid}.sock`);
    const pipe = createPipe((socket) => socket.end());
    await once(pipe.listen(path), "listening");
    await connected(connect(path));
    await connected(connect({ path }));
    pipe.close();
    await once(pipe, "close");
  });

  it("ends with the last guard that is lifted, each of them once", () => {
    const connectOf = (): unknown => Reflect.get(Socket.prototype, "connect");
    const original = connectOf();
    const [first, second] = [keep(), keep()];
    assert.notEqual(connectOf(), original);
    first();
    first();
    assert.notEqual(connectOf(), original);
    second();
    assert.equal(connectOf(), original);
  });
});
