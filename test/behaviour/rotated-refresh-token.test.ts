import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { json } from "../../emulator/network";
import { describeEnd } from "../../local/stack/controlled-stack";
import { leastRefreshToken } from "../stack-configuration";
import {
  accessToken,
  deployAnsweringStack,
  good,
  refreshToken,
  rotating,
  text,
  type AnsweringStack,
} from "./answering-stack";

describe("A refresh that may rotate its refresh token,", () => {
  let deployed: AnsweringStack;

  before(async () => {
    deployed = await deployAnsweringStack();
  });
  after(() => deployed.stack.azure.close());

  const types = [
    "application/json",
    "text/plain",
    "text/html",
    "text/javascript",
    "text/json",
    "application/vnd.x+json",
    "",
  ];
  for (const type of types) {
    it(`stores the token and a rotated refresh token of JSON that is called '${type}'`, async () => {
      const { secretName, refreshTokenSecretName } = rotating;
      const answer = {
        ...good,
        access_token: `${accessToken} of ${type}`,
        refresh_token: `${refreshToken} of ${type}`,
      };
      const { run } = await deployed.refresh(secretName, text(200, JSON.stringify(answer), type));
      assert.equal(describeEnd(run), "Succeeded");
      assert.equal(await deployed.administrator.valueOf(secretName), answer.access_token);
      assert.equal(await deployed.administrator.valueOf(refreshTokenSecretName), answer.refresh_token);
      assert.deepEqual(deployed.leaks(run), []);
    });
  }

  const ends: readonly (readonly [what: string, answer: object, seconds: number | undefined])[] = [
    ["refresh_token_expires_in", { refresh_token_expires_in: 15_552_000 }, 15_552_000],
    ["refresh_expires_in", { refresh_expires_in: "1800" }, 1_800],
    ["x_refresh_token_expires_in", { x_refresh_token_expires_in: 8_726_400 }, 8_726_400],
    ["no end", {}, undefined],
    ["an end of 0, for never", { refresh_expires_in: 0 }, undefined],
    ["an end that nobody lives to see", { refresh_token_expires_in: 253_402_303_861 }, 157_680_000],
  ];
  for (const [what, answer, seconds] of ends) {
    it(`stores a rotated refresh token with ${what}`, async () => {
      const { secretName, refreshTokenSecretName } = rotating;
      const { run } = await deployed.refresh(
        secretName,
        json(200, { ...good, refresh_token: `for ${what}`, ...answer }),
      );
      assert.equal(describeEnd(run), "Succeeded");
      const { exp } = deployed.versions(refreshTokenSecretName).at(-1) ?? {};
      assert.equal(
        exp === undefined ? undefined : (exp.getTime() - deployed.stack.clock.now().getTime()) / 1_000,
        seconds,
      );
      assert.equal(await deployed.administrator.valueOf(refreshTokenSecretName), `for ${what}`);
    });
  }

  it("ends Failed RotatedRefreshTokenNotStored for a refresh token that the vault does not take", async () => {
    const { secretName, refreshTokenSecretName } = rotating;
    const before = deployed.versions(refreshTokenSecretName).length;
    for (const odd of ["x".repeat(25_601), { token: refreshToken }, [refreshToken]]) {
      const { run } = await deployed.refresh(secretName, json(200, { ...good, refresh_token: odd }));
      assert.equal(describeEnd(run), "Failed RotatedRefreshTokenNotStored");
    }
    assert.equal(deployed.versions(refreshTokenSecretName).length, before);
  });

  it("keeps the refresh token where none came with the answer", async () => {
    const { secretName, refreshTokenSecretName } = rotating;
    const stored = await deployed.administrator.valueOf(refreshTokenSecretName);
    const [tokens, refreshTokens] = [
      deployed.versions(secretName).length,
      deployed.versions(refreshTokenSecretName).length,
    ];
    for (const again of [undefined, null, "", stored]) {
      const { run } = await deployed.refresh(
        secretName,
        json(200, { access_token: accessToken, refresh_token: again }),
      );
      assert.equal(describeEnd(run), "Succeeded");
      assert.equal(run.actions.find(({ name }) => name === "Set_refresh_token")?.status, "Skipped");
    }
    assert.deepEqual(
      [deployed.versions(secretName).length, deployed.versions(refreshTokenSecretName).length],
      [tokens + 4, refreshTokens],
    );
    await deployed.refresh(secretName, json(200, { access_token: accessToken, refresh_token: refreshToken }));
    assert.deepEqual(
      [deployed.versions(secretName).length, deployed.versions(refreshTokenSecretName).length],
      [tokens + 5, refreshTokens + 1],
    );
  });

  it("stores a rotated refresh token even where the access token is of no use", async () => {
    const { secretName, refreshTokenSecretName } = leastRefreshToken;
    const answer = json(200, { ...good, access_token: "", refresh_token: refreshToken });
    const before = [deployed.versions(secretName).length, deployed.versions(refreshTokenSecretName).length] as const;
    assert.equal(describeEnd((await deployed.refresh(secretName, answer)).run), "Failed BadAnswer");
    assert.equal(deployed.versions(secretName).length, before[0]);
    assert.equal(deployed.versions(refreshTokenSecretName).length, before[1] + 1);
    assert.equal(await deployed.administrator.valueOf(refreshTokenSecretName), refreshToken);
  });
});
