import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknownCheckingProxy } from "@pulumi/policy";
import { readProperties } from "../../../policy/adapter/read-properties";
import { unknown } from "../../../policy/model";

/** What the engine sends in the place of a string that only the deployment tells. */
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function read(properties: object): unknown {
  return readProperties(unknownCheckingProxy(properties) as object);
}

describe("properties as the policy SDK shows them", () => {
  it("are unknown leaf by leaf, and the rest stays as it is", () => {
    assert.deepEqual(
      read({
        principalId: unknownString,
        policy: { objectId: unknownString, permissions: { secrets: ["get", unknownString] } },
        enabled: true,
        nothing: null,
      }),
      {
        principalId: unknown,
        policy: { objectId: unknown, permissions: { secrets: ["get", unknown] } },
        enabled: true,
        nothing: null,
      },
    );
  });

  it("are unknown as a whole where the whole is", () => {
    assert.deepEqual(read({ policy: unknownString }), { policy: unknown });
  });
});
