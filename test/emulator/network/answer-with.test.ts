import { after, before, describe, it } from "mocha";
import assert from "node:assert/strict";
import { answerWith, createNetwork, json, type HttpRequest, type Network } from "../../../emulator/network";

describe("answerWith", () => {
  let network: Network;
  const url = "https://service.example/";
  const send = (request: Partial<HttpRequest>) => network.send({ method: "POST", url, ...request });

  before(async () => {
    network = await createNetwork();
    network.serve(
      "service.example",
      answerWith((request) => {
        if (request.url.endsWith("/fails")) throw new TypeError(`cannot read ${request.body}`);
        if (request.url.endsWith("/empty")) return { status: 204, headers: {}, body: "" };
        return json(201, request, { "x-answer": "yes" });
      }),
    );
  });

  after(() => network.close());

  it("gives the function the whole request, and answers what it returns", async () => {
    const headers = { "X-Mixed-Case": "Value", "content-type": "text/plain; charset=utf-8" };
    const answer = await send({ method: "PUT", url: `${url}a%20b?c=d%2Fe`, headers, body: "größe" });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers["x-answer"], "yes");
    assert.equal(answer.headers["content-type"], "application/json; charset=utf-8");
    assert.deepEqual(JSON.parse(answer.body), {
      method: "PUT",
      url: `${url}a%20b?c=d%2Fe`,
      headers: {
        "x-mixed-case": "Value",
        "content-type": "text/plain; charset=utf-8",
        "content-length": "7",
        host: "service.example",
        connection: "keep-alive",
      },
      body: "größe",
    });
  });

  it("answers without a body", async () => {
    const answer = await send({ url: `${url}empty` });
    assert.deepEqual([answer.status, answer.body, answer.headers["content-length"]], [204, "", undefined]);
  });

  it("takes a body of 1 MiB, and no more", async () => {
    assert.equal((await send({ body: "x".repeat(1_048_576) })).status, 201);
    const answer = await send({ body: "x".repeat(1_048_577) });
    assert.equal(answer.status, 413);
    const message = "The request's body is longer than 1048576 bytes.";
    assert.deepEqual(JSON.parse(answer.body), { error: { code: "RequestEntityTooLarge", message } });
  });

  it("tells of a failure its kind and place, and nothing of the request", async () => {
    const { status, body } = await send({ url: `${url}fails`, body: "the secret" });
    assert.equal(status, 500);
    assert.match(
      body,
      /^\{"error":\{"code":"InternalServerError","message":"The emulator failed with TypeError at \S*answer-with\.test\.ts:\d+:\d+\."\}\}$/,
    );
  });
});
