import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { interruptionOf } from "../../../../local/bench/engine/child-process";

describe("a process of the engine's bench that ended without a result", () => {
  const ending = { timedOut: false, signal: null, errors: "", seconds: 60 };

  it("was ended for want of time", () => {
    assert.deepEqual(interruptionOf({ ...ending, timedOut: true, signal: "SIGKILL" }), {
      cause: "time",
      message: "it was ended after 60 s, the time that was left",
    });
  });

  it("ran out of memory where Node's heap did", () => {
    const errors =
      "<--- Last few GCs --->\nFATAL ERROR: Reached heap limit - JavaScript heap out of memory\n 1: 0xb7c3e0";
    assert.deepEqual(interruptionOf({ ...ending, signal: "SIGABRT", errors }), {
      cause: "memory",
      message: "FATAL ERROR: Reached heap limit - JavaScript heap out of memory",
    });
  });

  it("ran out of memory where the system ended it, or Pulumi's CLI", () => {
    const memory = {
      cause: "memory",
      message: "the system ended the process (SIGKILL), as it does when memory is short",
    };
    assert.deepEqual(interruptionOf({ ...ending, signal: "SIGKILL" }), memory);
    assert.deepEqual(interruptionOf({ ...ending, errors: "Pulumi's CLI was ended by SIGKILL." }), memory);
  });

  it("failed otherwise, with the last lines of its errors", () => {
    assert.deepEqual(interruptionOf({ ...ending, errors: "1\n2\n3\n\n4\n5\n6\n" }), {
      cause: "error",
      message: "2\n3\n4\n5\n6",
    });
    assert.deepEqual(interruptionOf({ ...ending, signal: "SIGSEGV" }), {
      cause: "error",
      message: "the process ended by SIGSEGV",
    });
  });
});
