import { after, afterEach, before, describe, it } from "mocha";
import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingMessage, RequestListener } from "node:http";
import { get } from "node:https";
import { text } from "node:stream/consumers";
import { checkServerIdentity, connect, type PeerCertificate } from "node:tls";
import {
  answerWith,
  createNetwork,
  HostNotServedError,
  json,
  RequestTimeoutError,
  type Network,
} from "../../../emulator/network";
import { createCertificates } from "../../../emulator/network/certificates";
import { LoopbackAgent } from "../../../emulator/network/loopback-agent";

const named = (name: string) => answerWith(({ method, url }) => json(200, { name, method, url }));

const trusting = ({ port, certificateAuthority }: Network) => ({ host: "127.0.0.1", port, ca: certificateAuthority });

describe("Network", () => {
  let network: Network;
  const send = async (url: string, method = "GET"): Promise<unknown> =>
    JSON.parse((await network.send({ method, url })).body);

  before(async () => {
    network = await createNetwork();
    network.serve("management.azure.com", named("management"));
    network.serve("*.azure.net", named("any"));
    network.serve("*.vault.azure.net", named("vault"));
    network.serve("special.vault.azure.net", named("special"));
  });

  after(() => network.close());

  it("tells hosts apart by name, the exact one first", async () => {
    for (const [host, name] of [
      ["management.azure.com", "management"],
      ["MANAGEMENT.azure.com", "management"],
      ["special.vault.azure.net", "special"],
      ["other.vault.azure.net", "vault"],
      ["a.b.vault.azure.net", "vault"],
      ["other.azure.net", "any"],
    ]) {
      const url = `https://${String(host)}/path?query=1`;
      assert.deepEqual(await send(url, "PUT"), { name, method: "PUT", url: url.toLowerCase() });
    }
  });

  it("asks no other host", async () => {
    for (const [url, host] of [
      ["https://example.com/?sig=secret", "example.com"],
      ["https://azure.net/", "azure.net"],
      ["https://management.azure.com.evil.example/", "management.azure.com.evil.example"],
      ["https://management.azure.com:8443/", "management.azure.com:8443"],
      ["http://management.azure.com/", "http://management.azure.com"],
      ["https://127.0.0.1/", "127.0.0.1"],
    ] as const) {
      await assert.rejects(network.send({ method: "GET", url }), (error) => {
        assert.ok(error instanceof HostNotServedError);
        assert.equal(error.host, host);
        assert.equal(error.message, `Nothing here serves '${host}', and no request leaves this machine.`);
        return true;
      });
    }
  });

  it("takes other clients to the same hosts, and nowhere else", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      get("https://one.vault.azure.net/", { agent: network.agent }, (incoming) => {
        text(incoming).then(resolve, reject);
      });
    });
    assert.equal((JSON.parse(answer) as { name: string }).name, "vault");
    const [error] = (await once(get("https://example.com/", { agent: network.agent }), "error")) as unknown[];
    assert.ok(error instanceof HostNotServedError);
  });

  it("proves each host's name by a certificate of its own authority", async () => {
    const socket = connect({ ...trusting(network), servername: "a.b.vault.azure.net" });
    await once(socket, "secureConnect");
    assert.equal(socket.authorized, true);
    assert.equal(socket.getPeerCertificate().subjectaltname?.split(", ").includes("DNS:*.b.vault.azure.net"), true);
    socket.destroy();
    const code = async (options: object) => {
      const [error] = (await once(connect({ ...trusting(network), ...options }), "error")) as [NodeJS.ErrnoException];
      return error.code;
    };
    const servername = "management.azure.com";
    assert.equal(await code({ servername, ca: undefined }), "UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    const misnamed = (_: string, certificate: PeerCertificate) => checkServerIdentity("example.com", certificate);
    assert.equal(await code({ servername, checkServerIdentity: misnamed }), "ERR_TLS_CERT_ALTNAME_INVALID");
    assert.equal(await code({ servername: "example.com" }), "ECONNRESET");
    assert.equal(await code({}), "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE");
  });

  it("asks no server that cannot prove its name", async () => {
    const impostor = await createNetwork({ certificates: await createCertificates() });
    try {
      impostor.serve("management.azure.com", named("impostor"));
      const { certificateAuthority } = network;
      const agent = new LoopbackAgent({ isServed: () => true, port: impostor.port, certificateAuthority });
      const options = { agent, rejectUnauthorized: false };
      const [error] = (await once(get("https://management.azure.com/", options), "error")) as [NodeJS.ErrnoException];
      assert.equal(error.code, "CERT_SIGNATURE_FAILURE");
    } finally {
      await impostor.close();
    }
  });

  it("answers for the host alone that the connection was made for", async () => {
    const headers = { host: "special.vault.azure.net" };
    assert.equal((await network.send({ method: "GET", url: "https://management.azure.com/", headers })).status, 421);
    const bad = { host: "not a host%" };
    assert.equal(
      (await network.send({ method: "GET", url: "https://management.azure.com/", headers: bad })).status,
      421,
    );
  });

  it("serves a name once, until it is not served", async () => {
    const url = "https://once.example/";
    network.serve("once.example", named("first"));
    assert.throws(() => {
      network.serve("ONCE.example", named("second"));
    }, /^Error: 'ONCE\.example' is served already\.$/);
    assert.deepEqual(await send(url), { name: "first", method: "GET", url });
    network.unserve("once.example");
    await assert.rejects(send(url), HostNotServedError);
    network.serve("once.example", named("second"));
    assert.deepEqual(await send(url), { name: "second", method: "GET", url });
  });

  it("lets an interceptor answer in place of a host's own server, until it is taken away", async () => {
    const url = "https://special.vault.azure.net/secrets?x=1";
    const answers = (path: string, name: string) =>
      network.intercept(({ method, url: { host, pathname } }) =>
        `${method} ${host}${pathname}` === `GET special.vault.azure.net${path}` ? named(name) : undefined,
      );
    const [takeFirst, takeSecond] = [answers("/secrets", "first"), answers("/secrets", "second")];
    assert.deepEqual(await send(url), { name: "first", method: "GET", url });
    assert.deepEqual(await send(url, "PUT"), { name: "special", method: "PUT", url });
    assert.deepEqual(await send(`${url}&y`.replace("secrets", "keys")), {
      name: "special",
      method: "GET",
      url: "https://special.vault.azure.net/keys?x=1&y",
    });
    takeFirst();
    assert.deepEqual(await send(url), { name: "second", method: "GET", url });
    takeSecond();
    assert.deepEqual(await send(url), { name: "special", method: "GET", url });
  });

  it("lets an interceptor answer for no host that is not served", async () => {
    const takeAway = network.intercept(() => named("any"));
    await assert.rejects(send("https://example.com/"), HostNotServedError);
    takeAway();
  });

  it("drops the connections that clients keep to a name that is served no more", async () => {
    network.serve("gone.example", named("gone"));
    const ask = async (): Promise<unknown> => {
      const request = get("https://gone.example/", { agent: network.agent });
      try {
        const [incoming] = (await once(request, "response")) as [IncomingMessage];
        await text(incoming);
      } catch (error) {
        return (error as Error).name;
      }
      return "answered";
    };
    assert.equal(await ask(), "answered");
    network.unserve("gone.example");
    assert.equal(await ask(), "HostNotServedError");
  });

  it("refuses what is not a host name", () => {
    for (const host of ["localhost", "a.example:port", "https://a.example", "*", "*.*.example", ""]) {
      assert.throws(
        () => {
          network.serve(host, named("x"));
        },
        new RegExp(`^Error: Cannot serve '${host.replaceAll("*", "\\*")}'`),
      );
    }
  });

  describe("with a host that never answers", () => {
    afterEach(() => {
      network.unserve("silent.example");
    });

    for (const [what, listener] of [
      ["an answer", () => undefined],
      [
        "the rest of an answer",
        (_, response) => {
          response.write("begin");
        },
      ],
    ] satisfies [string, RequestListener][]) {
      it(`gives up waiting for ${what}`, async () => {
        network.serve("silent.example", listener);
        const request = { method: "GET", url: "https://silent.example/?sig=secret", timeoutMilliseconds: 30 };
        await assert.rejects(network.send(request), (error) => {
          assert.ok(error instanceof RequestTimeoutError);
          assert.equal(error.message, "'silent.example' did not answer within 30 milliseconds.");
          return true;
        });
      });
    }
  });

  it("ends with requests that are under way and connections that are kept", async () => {
    const brief = await createNetwork();
    brief.serve("kept.example", named("kept"));
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    brief.serve("silent.example", () => {
      arrived();
    });
    await brief.send({ method: "GET", url: "https://kept.example/" });
    const failed = assert.rejects(brief.send({ method: "GET", url: "https://silent.example/" }), /socket hang up/);
    await arrival;
    const others = connect({ ...trusting(brief), servername: "kept.example" });
    others.resume().on("error", () => undefined);
    await once(others, "secureConnect");
    await Promise.all([brief.close(), once(others, "close")]);
    await failed;
    const [error] = (await once(connect({ host: "127.0.0.1", port: brief.port }), "error")) as [NodeJS.ErrnoException];
    assert.equal(error.code, "ECONNREFUSED");
  });
});
