import assert from "node:assert/strict";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, beforeEach, describe, it } from "mocha";
import { assertRefused } from "./assert-answer";
import { openRecordingServer, type RecordingServer } from "./recording-server";
import { pageHeadersOf, send, tokenOf, type Sent } from "./send";

describe("The live page's server", () => {
  let server: RecordingServer;
  const without = (name: string): Record<string, string | string[]> =>
    Object.fromEntries(Object.entries(pageHeadersOf(server)).filter(([each]) => each !== name));
  before(async () => {
    server = await openRecordingServer();
  });
  beforeEach(() => {
    server.forget();
  });
  after(() => server.close());

  describe("refuses with 403, whatever is asked for,", () => {
    const paths: readonly (readonly [method: string, path: string])[] = [
      ["GET", "/"],
      ["GET", "/updates"],
      ["POST", "/runs"],
      ["PUT", "/runs"],
      ["GET", "/unknown"],
    ];
    const wrong: Readonly<Record<string, (port: string) => Sent["headers"]>> = {
      "another Host": () => ({ host: "example.com" }),
      "a name that was rebound to 127.0.0.1, with the right port": (port) => ({ host: `attacker.example:${port}` }),
      localhost: (port) => ({ host: `localhost:${port}` }),
      "0.0.0.0": (port) => ({ host: `0.0.0.0:${port}` }),
      "the IPv6 loopback": (port) => ({ host: `[::1]:${port}` }),
      "another spelling of 127.0.0.1": (port) => ({ host: `127.1:${port}` }),
      "a Host that begins like its own": (port) => ({ host: `127.0.0.1:${port}.attacker.example` }),
      "a Host without the port": () => ({ host: "127.0.0.1" }),
      "another port": () => ({ host: "127.0.0.1:1" }),
      "a forwarded Host with a wrong one": (port) => ({ host: "a.example", "x-forwarded-host": `127.0.0.1:${port}` }),
      "another Origin": () => ({ origin: "https://example.com" }),
      "no Origin of its own (a sandboxed frame, a file)": () => ({ origin: "null" }),
      "its address under https as Origin": (port) => ({ origin: `https://127.0.0.1:${port}` }),
      "localhost as Origin": (port) => ({ origin: `http://localhost:${port}` }),
      "an Origin that begins like its own": (port) => ({ origin: `http://127.0.0.1:${port}.attacker.example` }),
      "the Origin of another local server": () => ({ origin: "http://127.0.0.1:1" }),
      "an Origin with a path": (port) => ({ origin: `http://127.0.0.1:${port}/` }),
      "a request that another site sent": () => ({ "sec-fetch-site": "cross-site" }),
      "a request of another port of this machine": () => ({ "sec-fetch-site": "same-site" }),
    };
    for (const [what, headers] of Object.entries(wrong)) {
      it(what, async () => {
        for (const [method, path] of paths) {
          const changed = server.asPage(headers(new URL(server.origin).port));
          assertRefused(
            await send(server, { method, path, headers: changed, body: method === "GET" ? "" : "{}" }),
            403,
          );
        }
        assert.deepEqual(server.taken, []);
      });
    }
  });

  it("refuses with 403 a request without Host, or with two", async () => {
    const { host, port } = new URL(server.origin);
    for (const head of ["GET / HTTP/1.0\r\n", `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: a.example\r\n`]) {
      const socket = connect({ host: "127.0.0.1", port: Number(port) });
      socket.end(`${head}Connection: close\r\n\r\n`);
      assert.match(await text(socket), /^HTTP\/1\.1 403 Forbidden\r\n/);
    }
  });

  it("refuses with 403 a POST without Origin", async () => {
    assertRefused(await server.act({ headers: without("origin") }), 403);
    assert.deepEqual(server.taken, []);
  });

  describe("refuses with 403 what is not for everybody, with", () => {
    const wrong: Readonly<Record<string, (token: string) => Sent["headers"]>> = {
      "no token": () => ({ authorization: "" }),
      "a wrong token": (token) => ({ authorization: `Bearer ${token.slice(1)}A` }),
      "a part of the token": (token) => ({ authorization: `Bearer ${token.slice(0, -1)}` }),
      "more than the token": (token) => ({ authorization: `Bearer ${token}A` }),
      "the token alone": (token) => ({ authorization: token }),
      "another scheme": (token) => ({ authorization: `Basic ${token}` }),
      "the token in other letters": (token) => ({
        authorization: `Bearer ${token.replace(/[a-z]/gi, (letter) => (/[a-z]/.test(letter) ? letter.toUpperCase() : letter.toLowerCase()))}`,
      }),
      "the token in a cookie": (token) => ({ authorization: "", cookie: `token=${token}` }),
      "the token in another header": (token) => ({ authorization: "", "x-token": token }),
    };
    for (const [what, headers] of Object.entries(wrong)) {
      it(what, async () => {
        const changed = server.asPage(headers(tokenOf(server)));
        assertRefused(await server.act({ headers: changed }), 403);
        assertRefused(await send(server, { path: "/updates", headers: changed }), 403);
        assert.deepEqual([server.taken, server.streams.filter(({ writableEnded }) => !writableEnded)], [[], []]);
      });
    }
  });

  it("knows no path with a query, so that no token comes by one", async () => {
    const token = tokenOf(server);
    for (const path of [`/?token=${token}`, `/updates?token=${token}`, `/updates?`])
      assertRefused(await send(server, { path, headers: without("authorization") }), 404);
  });

  it("refuses unknown paths with 404", async () => {
    for (const path of [
      "/index.html",
      "//",
      "/runs/",
      "/RUNS",
      "/../",
      "/%2e",
      "http://example.com/",
      "/favicon.ico",
      "/__proto__",
    ])
      assertRefused(await send(server, { path, headers: server.asPage() }), 404);
  });

  it("refuses other methods with 405, and names the one that there is", async () => {
    for (const [path, allowed] of [
      ["/", "GET"],
      ["/updates", "GET"],
      ["/runs", "POST"],
    ] as const) {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"].filter(
        (each) => each !== allowed,
      )) {
        const answer = await send(server, { method, path, headers: server.asPage() });
        assertRefused(answer, 405);
        assert.equal(answer.headers.allow, allowed);
      }
    }
    assert.deepEqual(server.taken, []);
  });

  it("refuses content types other than JSON with 415: other sites can send those without asking", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "application/jsonx",
      "",
    ])
      assertRefused(await server.act({ headers: server.asPage({ "content-type": type }) }), 415);
    assertRefused(await server.act({ headers: without("content-type") }), 415);
    assert.deepEqual(server.taken, []);
    assert.equal(
      (await server.act({ headers: server.asPage({ "content-type": "Application/JSON; charset=utf-8" }) })).status,
      204,
    );
  });

  it("refuses with 400 what is not one JSON object", async () => {
    for (const body of ["", "{", "null", "[]", '"a"', "1", '{"workflow":"a"}x'])
      assertRefused(await server.act({ body }), 400);
    assert.deepEqual(server.taken, []);
  });

  it("takes a body of 4 KiB, and refuses a longer one with 413, with or without its length", async () => {
    const bodyOf = (bytes: number): string => '{"workflow":"a"}'.padEnd(bytes);
    assert.equal(bodyOf(4096).length, 4096);
    assert.equal((await server.act({ body: bodyOf(4096) })).status, 204);
    server.forget();
    assertRefused(await server.act({ body: bodyOf(4097) }), 413);
    assertRefused(
      await server.act({ body: bodyOf(1_000_000), headers: server.asPage({ "transfer-encoding": "chunked" }) }),
      413,
    );
    assert.deepEqual(server.taken, []);
  });
});
