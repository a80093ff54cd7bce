import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { declareBehaviours, describeUnexercised, documented } from "../../../emulator/provenance";

describe("The behaviours that no test exercises", () => {
  const table = declareBehaviours("some-service", {
    first: documented("The first thing happens", "https://example.com"),
    second: documented("The second thing happens", "https://example.com"),
  });
  const declared = Object.values(table);

  it("are none where each was shown", () => {
    assert.equal(describeUnexercised(declared, new Set(["some-service/first", "some-service/second"])), undefined);
  });

  it("are named, with what to do", () => {
    assert.equal(
      describeUnexercised(declared, new Set(["some-service/first", "some-service/gone"])),
      "1 behaviour of the emulator that no test exercises:\n" +
        "- some-service/second: The second thing happens\n" +
        "Add a test that the emulator answers so, or delete the record.",
    );
  });
});
