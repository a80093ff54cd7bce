import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { makeErrorsInspectable, UsageError } from "../../language-host";

/** A frame whose coloring never ends on Node 20.20: its scoped package has no further folder. */
const frame = "    at new Resource (/project/node_modules/@pulumi/resource.ts:385:13)";

describe("makeErrorsInspectable", () => {
  const before = Object.getOwnPropertyDescriptor(Error.prototype, inspect.custom);

  beforeEach(makeErrorsInspectable);

  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(Error.prototype, inspect.custom);
    else Object.defineProperty(Error.prototype, inspect.custom, before);
  });

  it("shows an error as it is, with its stack, cause and properties", () => {
    const cause = new RangeError("cause");
    cause.stack = `RangeError: cause\n${frame}`;
    const error = Object.assign(new TypeError("bug", { cause }), { code: "E_BUG" });
    error.stack = `TypeError: bug\n${frame}`;
    assert.equal(
      inspect(error, { colors: true }),
      `TypeError: bug\n${frame} {\n  code: 'E_BUG',\n  [cause]: RangeError: cause\n  ${frame}\n}`,
    );
  });

  it("shows what else an error refers to", () => {
    const error = new pulumi.ResourceError("bug", undefined);
    error.stack = `Error: bug\n${frame}`;
    assert.ok(inspect([error], { colors: true }).includes(frame));
  });
});

describe("UsageError", () => {
  it("is an error that Pulumi's SDK logs as its message, and has no stack to inspect", () => {
    const error = new UsageError("identity: expected system or user");
    assert.equal(pulumi.RunError.isInstance(error), true);
    assert.deepEqual([error.name, error.message, error.stack], ["UsageError", "identity: expected system or user", ""]);
  });
});
