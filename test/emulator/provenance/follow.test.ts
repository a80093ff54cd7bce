import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  declareBehaviours,
  defaultReadings,
  exercise,
  exercisedBehaviours,
  follow,
  inferred,
} from "../../../emulator/provenance";

describe("What the emulator has exercised", () => {
  it("lists a behaviour once it has shown, once", () => {
    const { shown: record } = declareBehaviours("test", { shown: inferred("Shows", "https://example.com") });
    assert.ok(!exercisedBehaviours().includes("test/shown"));
    assert.equal(exercise(record), record);
    exercise(record);
    assert.deepEqual(
      exercisedBehaviours().filter((id) => id === "test/shown"),
      ["test/shown"],
    );
  });

  it("lists the alternative of a reading that was followed", () => {
    const chosen = { ...defaultReadings, actionTimeout: "EachRequest" } as const;
    assert.equal(follow(chosen, "actionTimeout"), "EachRequest");
    assert.ok(exercisedBehaviours().includes("reading/action-timeout/EachRequest"));
  });
});
