import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { leastToken, problemsOfToken } from "../settings-under-test";

const principalId = "44444444-4444-4444-4444-444444444444";

describe("The options of a token", () => {
  it("are off, or none, where they are not given, and read as texts too", () => {
    const token = parseSettings({ tokens: [leastToken] }).settings.tokens[0];
    assert.equal(token?.skipWhileFresh, false);
    assert.equal(token.disableSupersededVersions, false);
    assert.deepEqual(token.refreshOperators, []);
    assert.equal("introspectionUrl" in token, false);
    const given = parseSettings({ tokens: [{ ...leastToken, skipWhileFresh: "true" }] }).settings.tokens[0];
    assert.equal(given?.skipWhileFresh, true);
  });

  it("are refused where they are of the wrong kind", () => {
    assert.deepEqual(problemsOfToken({ skipWhileFresh: "yes" }), [
      "tokens[0].skipWhileFresh: is text. Expected true or false.",
    ]);
    assert.match(
      problemsOfToken({ refreshOperators: [{ principalId: "me", principalType: "User" }] })[0] ?? "",
      /^tokens\[0\]\.refreshOperators\[0\]\.principalId: is not an object ID\. Expected a GUID/,
    );
    assert.match(
      problemsOfToken({ refreshOperators: [{ principalId, principalType: "Person" }] })[0] ?? "",
      /^tokens\[0\]\.refreshOperators\[0\]\.principalType: is not an allowed value \(value not shown\)\. Expected one of User, Group, ServicePrincipal\.$/,
    );
    assert.deepEqual(problemsOfToken({ refreshOperators: Array(2).fill({ principalId, principalType: "User" }) }), [
      "tokens[0].refreshOperators: lists a principalId twice. Remove one of them.",
    ]);
  });

  it("send the client secret to no other host than the token URL's", () => {
    assert.match(
      problemsOfToken({ introspectionUrl: "https://evil.example/introspect" })[0] ?? "",
      /^tokens\[0\]\.introspectionUrl: has another host than tokenUrl \(example\.my\.salesforce\.com\)/,
    );
    assert.deepEqual(problemsOfToken({ introspectionUrl: "https://example.my.salesforce.com/introspect" }), []);
  });

  it("are noted where they do nothing, or ask more of an existing role", () => {
    const notes = (changes: object, stack: object = {}): string =>
      parseSettings({ tokens: [{ ...leastToken, ...changes }], ...stack })
        .notes.slice(1)
        .join("\n");
    assert.match(notes({ skipWhileFresh: true }), /^tokens\[0\]: skipWhileFresh never skips a run .* \(130 min\)/);
    assert.equal(notes({ skipWhileFresh: true, intervalMinutes: 55 }), "");
    const set =
      "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/22222222-2222-2222-2222-222222222222";
    assert.match(
      notes({ disableSupersededVersions: true }, { existingRoleIds: { set } }),
      /needs the role get,update, which existingRoleIds does not have\. A custom role is created\.$/,
    );
  });
});
