import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readProperties } from "../../../policy/adapter/read-properties";
import { unknown } from "../../../policy/model";
import { asTheSdkShows, unknownString } from "./as-the-sdk-shows";

function read(properties: object): unknown {
  return readProperties(asTheSdkShows(properties));
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
