import { before, beforeEach, describe, it } from "mocha";
import assert from "node:assert/strict";
import { ControlledClock } from "../../../emulator/clock";
import { createEntra, type Entra } from "../../../emulator/entra";

const audience = "https://vault.azure.net";
const principalId = "9a2f5c34-1111-4222-8333-444455556666";
const noon = new Date("2026-11-23T12:00:00Z");

describe("Entra", () => {
  let clock: ControlledClock;
  let entra: Entra;
  let foreign: Entra;

  before(async () => {
    foreign = await createEntra({ clock: new ControlledClock(noon) });
  });

  beforeEach(async () => {
    clock = new ControlledClock(noon);
    entra = await createEntra({ clock });
  });

  const claims = (token: string) =>
    JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;

  it("issues a token that tells whose it is and what for", async () => {
    const token = await entra.issueToken({ principalId, audience });
    const { jti, ...rest } = claims(token);
    assert.match(String(jti), /^[0-9a-f-]{36}$/);
    assert.deepEqual(rest, {
      oid: principalId,
      sub: principalId,
      tid: entra.tenantId,
      iss: `https://sts.windows.net/${entra.tenantId}/`,
      aud: audience,
      ver: "1.0",
      iat: noon.getTime() / 1000,
      nbf: noon.getTime() / 1000,
      exp: noon.getTime() / 1000 + 3600,
    });
    assert.deepEqual(await entra.verifyToken(token, audience), { principalId });
  });

  it("takes a token for its exact audience only", async () => {
    const token = await entra.issueToken({ principalId, audience });
    for (const other of [`${audience}/`, "https://management.azure.com", "https://VAULT.azure.net", ""]) {
      assert.equal(await entra.verifyToken(token, other), undefined, other);
    }
  });

  it("takes a token for an hour of the clock", async () => {
    const token = await entra.issueToken({ principalId, audience });
    await clock.wait(3_599_000);
    assert.deepEqual(await entra.verifyToken(token, audience), { principalId });
    await clock.wait(1_000);
    assert.equal(await entra.verifyToken(token, audience), undefined);
  });

  it("refuses a token before its time", async () => {
    const rewound = await createEntra({ clock: { now: () => clock.now() } });
    await clock.wait(60_000);
    const token = await rewound.issueToken({ principalId, audience });
    assert.deepEqual(await rewound.verifyToken(token, audience), { principalId });
    clock = new ControlledClock(noon);
    assert.equal(await rewound.verifyToken(token, audience), undefined);
  });

  it("refuses what another tenant issued, whatever it claims", async () => {
    const token = await foreign.issueToken({ principalId, audience });
    assert.equal(await entra.verifyToken(token, audience), undefined);
    const [header, , signature] = token.split(".");
    const own = (await entra.issueToken({ principalId, audience })).split(".")[1];
    assert.equal(await entra.verifyToken([header, own, signature].join("."), audience), undefined);
  });

  it("refuses what was changed, is not signed, or is not a token", async () => {
    const [header = "", payload = "", signature = ""] = (await entra.issueToken({ principalId, audience })).split(".");
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const promoted = encode({ ...claims(`.${payload}`), oid: "another" });
    const none = encode({ alg: "none" });
    for (const token of [
      `${header}.${promoted}.${signature}`,
      `${header}.${payload}.`,
      `${none}.${payload}.`,
      `${encode({ alg: "HS256" })}.${payload}.${signature}`,
      `${header}.${payload}`,
      "",
      "token",
    ]) {
      assert.equal(await entra.verifyToken(token, audience), undefined, token);
    }
  });

  it("gives each tenant an id of its own, and each token too", async () => {
    assert.notEqual(entra.tenantId, foreign.tenantId);
    const [one, two] = [
      await entra.issueToken({ principalId, audience }),
      await entra.issueToken({ principalId, audience }),
    ];
    assert.notEqual(claims(one).jti, claims(two).jti);
  });
});
