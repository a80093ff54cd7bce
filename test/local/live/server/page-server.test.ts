import assert from "node:assert/strict";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { after, before, beforeEach, describe, it } from "mocha";
import { openPageServer } from "../../../../local/live/server/page-server";
import { assertProtected, assertRefused } from "./assert-answer";
import { openRecordingServer, page, type RecordingServer } from "./recording-server";
import { pageHeadersOf, send, tokenOf } from "./send";

describe("The live page's server", () => {
  let server: RecordingServer;
  before(async () => {
    server = await openRecordingServer();
  });
  beforeEach(() => {
    server.forget();
  });
  after(() => server.close());

  it("is at a port of 127.0.0.1 and at no other address of the machine", async () => {
    assert.match(server.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address, scopeid }) => (scopeid === undefined || scopeid === 0 ? address : ""))
      .filter((address) => address !== "" && address !== "127.0.0.1");
    for (const host of ["127.0.0.2", ...others]) {
      const [error] = (await once(connect({ host, port: Number(new URL(server.origin).port) }), "error")) as [
        NodeJS.ErrnoException,
      ];
      assert.equal(error.code, "ECONNREFUSED", host);
    }
  });

  it("has a new token of 256 bits each time, in the fragment of its address", async () => {
    const other = await openPageServer(page);
    await other.close();
    for (const each of [server, other]) {
      assert.match(each.address, /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
      assert.equal(Buffer.from(tokenOf(each), "base64url").length, 32);
    }
    assert.notEqual(tokenOf(server), tokenOf(other));
  });

  it("gives its page to everybody, with a policy that allows its own script and style alone", async () => {
    const answer = await send(server);
    assert.deepEqual([answer.status, answer.body], [200, page.html]);
    assert.equal(answer.headers["content-type"], "text/html; charset=utf-8");
    assertProtected(
      answer,
      [
        "default-src 'none'",
        "script-src 'sha256-81WALLbUROF1pWdYjuQYKuIcGgY/+TqVJr8UsV6Tkvo='",
        "style-src 'sha256-SNJDlN1Iy2mnt7DOjQIyDb2LQE6O5PQiSZomcdzawQ4='",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types server-fragments",
      ].join("; "),
    );
  });

  it("does what the page asks for", async () => {
    const answer = await server.act();
    assert.deepEqual([answer.status, answer.body, server.taken], [204, "", [{ workflow: "a" }]]);
    assertProtected(answer);
  });

  it("says why it does not do it", async () => {
    const answer = await server.act({ body: '{"workflow":"b"}' });
    assert.deepEqual([answer.status, answer.body], [409, '{"problem":"There is no such Logic App."}']);
    assertProtected(answer);
  });

  it("streams updates to the page", async () => {
    const { port } = new URL(server.origin);
    const request = get({ host: "127.0.0.1", port, path: "/updates", headers: server.asPage(), agent: false });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const [first] = (await once(response, "data")) as [Buffer];
    assert.deepEqual([response.statusCode, String(first)], [200, '{"first":1}\n']);
    assertProtected({ status: 200, headers: response.headers, body: "" });
    server.streams.at(-1)?.end('{"last":1}\n');
    assert.equal(await text(response), '{"last":1}\n');
  });

  it("answers 500 to a bug, without its message", async () => {
    assertRefused(await server.act({ body: '{"workflow":"breaks"}' }), 500);
  });

  it("ends at once with streams that are open, after their last line", async () => {
    const ending = await openPageServer(page);
    const { port } = new URL(ending.origin);
    const options = { host: "127.0.0.1", port, path: "/updates", headers: pageHeadersOf(ending) };
    const responses = await Promise.all(
      [1, 2].map(async () => ((await once(get(options), "response")) as [IncomingMessage])[0]),
    );
    const ended = responses.map((response) => text(response).catch((error: unknown) => String(error)));
    const started = performance.now();
    await ending.close();
    assert.ok(performance.now() - started < 2_000);
    await Promise.all(ended);
    const [error] = (await once(connect({ host: "127.0.0.1", port: Number(port) }), "error")) as [
      NodeJS.ErrnoException,
    ];
    assert.equal(error.code, "ECONNREFUSED");
  });
});
