import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { plaintextSecrets, withoutStateSecrets } from "../../../policy/inputs/state-values";
import { encrypted } from "../../../policy/model";

const secret = (content: object): object => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ...content,
});
const state = {
  name: "relay",
  key: secret({ plaintext: '"the relay\'s key"' }),
  hidden: [secret({ ciphertext: "v1:abc" })],
  nested: { urls: secret({ plaintext: JSON.stringify({ value: "https://a/?sig=b", retries: 3, empty: "" }) }) },
  broken: secret({ plaintext: "no JSON" }),
};

describe("The secrets of a state", () => {
  it("are hidden, whether the state shows them or not", () => {
    assert.deepEqual(withoutStateSecrets(state), {
      name: "relay",
      key: encrypted,
      hidden: [encrypted],
      nested: { urls: encrypted },
      broken: encrypted,
    });
  });

  it("are listed where the state shows them: each text, and what is no JSON as it is", () => {
    assert.deepEqual([...plaintextSecrets(state)].sort(), ["https://a/?sig=b", "no JSON", "the relay's key"]);
  });

  it("are none where it shows none", () => {
    assert.deepEqual(plaintextSecrets({ name: "relay", hidden: secret({ ciphertext: "v1:abc" }) }), []);
  });
});
