import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { leastToken } from "../settings-under-test";

/** Notes on the cloud of a stack, of which azure-native's environment is known. */
function notesOf(keys: Readonly<Record<string, unknown>>, environment: string | undefined): readonly string[] {
  const provider = environment === undefined ? {} : { environment };
  const { notes } = parseSettings({ tokens: [leastToken], ...keys }, provider);
  return notes.filter((note) => /cloud is|proven/.test(note));
}

const byHttp = { ...leastToken, writePath: "http" };
const twoPaths = [leastToken, { ...byHttp, secretName: "other-token" }];
const ranges = { allowedCallerIpRanges: ["203.0.113.0/24"] };

describe("Notes on the cloud", () => {
  it("are none in the public cloud, and none where nothing needs a connector", () => {
    assert.deepEqual(notesOf(ranges, "public"), []);
    assert.deepEqual(notesOf({ tokens: [byHttp], ...ranges }, "usgovernment"), []);
  });

  it("say that connectors are not proven, and which settings make a stack without one", () => {
    assert.deepEqual(notesOf({ tokens: twoPaths, allowedSecretNames: ["a"] }, "usgovernment"), [
      "cloud is usgovernment, and custom connectors are not proven to work in Azure Government. To deploy none, set writePath to http for tokens[0] and remove allowedSecretNames (docs/clouds.md#what-is-not-proven).",
    ]);
    assert.deepEqual(notesOf({ tokens: [byHttp], allowedSecretNames: ["a"] }, "china"), [
      "cloud is china, and custom connectors are not proven to work in Azure China 21Vianet. To deploy none, remove allowedSecretNames (docs/clouds.md#what-is-not-proven).",
    ]);
  });

  it("name three tokens, and the number of the others", () => {
    const tokens = Array.from({ length: 5 }, (_, index) => ({ ...leastToken, secretName: `token-${index}` }));
    assert.match(notesOf({ tokens }, "china")[0] ?? "", /for tokens\[0\], tokens\[1\], tokens\[2\], 2 more \(/);
  });

  it("say that the addresses of callers are not proven", () => {
    assert.deepEqual(notesOf(ranges, "china").slice(1), [
      "allowedCallerIpRanges is not proven in Azure China 21Vianet: Microsoft states no fixed addresses of custom connectors, and the ranges may shut the connector out. Remove it if the relay answers 403.",
    ]);
  });

  it("ask for azure-native's own cloud, where it is not known", () => {
    assert.deepEqual(notesOf({ cloud: "china", tokens: [byHttp] }, undefined), [
      "cloud is china, and azure-native takes its own from azure-native:environment or ARM_ENVIRONMENT. Set one of them to china before you deploy.",
    ]);
  });
});
