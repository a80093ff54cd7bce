import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { after, before, describe, it } from "mocha";
import { createNetwork, HostNotServedError, type Network } from "../../../emulator/network";

/** Answers its name, and the method and URL of the request. */
function named(name: string): RequestListener {
  return ({ method, url, headers }, response) => {
    response.end(JSON.stringify({ name, method, url: `https://${headers.host ?? ""}${url ?? ""}` }));
  };
}

describe("The hosts of a network", () => {
  let network: Network;
  const send = async (url: string): Promise<unknown> => JSON.parse((await network.send({ method: "GET", url })).body);

  before(async () => {
    network = await createNetwork();
    network.serve("management.azure.com", named("management"));
  });
  after(() => network.close());

  it("are told apart by port, each served by itself", async () => {
    network.serve("ports.example", named("443"));
    network.serve("ports.example:8443", named("8443"));
    network.serve("*.ports.example:9443", named("9443"));
    try {
      const bodyAt = async (url: string): Promise<string> =>
        String((JSON.parse((await network.send({ method: "GET", url })).body) as { name: unknown }).name);
      assert.deepEqual(
        [
          await bodyAt("https://ports.example/"),
          await bodyAt("https://ports.example:443/"),
          await bodyAt("https://ports.example:8443/"),
          await bodyAt("https://a.ports.example:9443/"),
        ],
        ["443", "443", "8443", "9443"],
      );
      await assert.rejects(network.send({ method: "GET", url: "https://ports.example:9443/" }), HostNotServedError);
      await assert.rejects(network.send({ method: "GET", url: "https://a.ports.example/" }), HostNotServedError);
    } finally {
      for (const host of ["ports.example", "ports.example:8443", "*.ports.example:9443"]) network.unserve(host);
    }
  });

  it("are the same with the final dot of an absolute domain name", async () => {
    const { name } = (await send("https://management.azure.com./path")) as { readonly name: string };
    assert.equal(name, "management");
    network.serve("dotted.example.:8443", named("dotted"));
    const dotted = (await send("https://dotted.example:8443/path")) as { readonly name: string };
    assert.equal(dotted.name, "dotted");
    network.unserve("dotted.example:8443");
  });

  it("may have listeners for single paths, and one for all others", async () => {
    const nameAt = async (path: string): Promise<unknown> =>
      ((await send(`https://paths.example${path}`)) as { readonly name: string }).name;
    network.serve("paths.example", named("token"), "/oauth2/token");
    assert.equal(await nameAt("/oauth2/token?p=policy"), "token");
    assert.equal((await network.send({ method: "GET", url: "https://paths.example/other" })).status, 404);
    assert.throws(() => {
      network.serve("paths.example", named("again"), "/oauth2/token");
    }, /'paths\.example\/oauth2\/token' is served already/);
    network.serve("paths.example", named("rest"));
    assert.deepEqual([await nameAt("/oauth2/token"), await nameAt("/other")], ["token", "rest"]);
    network.unserve("paths.example");
    assert.equal(network.isServed("paths.example"), false);
  });

  it("may have listeners for all paths below a prefix, the longest first", async () => {
    const nameAt = async (path: string): Promise<unknown> =>
      ((await send(`https://prefixes.example${path}`)) as { readonly name: string }).name;
    network.serve("prefixes.example", named("data"), "/services/data/*");
    network.serve("prefixes.example", named("version"), "/services/data/v1/*");
    network.serve("prefixes.example", named("exact"), "/services/data/v1/a");
    assert.deepEqual(
      [await nameAt("/services/data/v0/a"), await nameAt("/services/data/v1/b"), await nameAt("/services/data/v1/a")],
      ["data", "version", "exact"],
    );
    for (const path of ["/services/data", "/services/database", "/other"]) {
      assert.equal((await network.send({ method: "GET", url: `https://prefixes.example${path}` })).status, 404);
    }
    network.unserve("prefixes.example");
  });
});
