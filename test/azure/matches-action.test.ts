import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { matchesAction } from "../../azure/matches-action";

describe("matchesAction", () => {
  const prefix = "Microsoft.KeyVault/vaults/secrets";
  it("matches without case, a star standing for any text, slashes included", () => {
    const matching: [pattern: string, action: string][] = [
      [`${prefix}/getSecret/action`, `${prefix}/GETSECRET/action`],
      ["*", prefix],
      ["*/read", `${prefix}/read`],
      [`${prefix}/*`, `${prefix}/getSecret/action`],
      ["Microsoft.KeyVault/vaults/*/read", `${prefix}/read`],
      ["Microsoft.*/secrets/*/action", `${prefix}/getSecret/action`],
      ["**", ""],
    ];
    for (const [pattern, action] of matching) assert.equal(matchesAction(pattern, action), true, pattern);
    const other: [pattern: string, action: string][] = [
      [`${prefix}/getSecret`, `${prefix}/getSecret/action`],
      [`${prefix}/*/action`, `${prefix}/action`],
      ["Microsoft.KeyVaul./vaults/*", `${prefix}/read`],
      ["a*a", "a"],
      ["*b*c", "xc"],
      ["a*b*ab", "ab"],
    ];
    for (const [pattern, action] of other) assert.equal(matchesAction(pattern, action), false, pattern);
  });

  it("takes no longer for many stars", () => {
    assert.equal(matchesAction(`${prefix}/${"*".repeat(50_000)}x`, `${prefix}/getSecret/action`), false);
    assert.equal(matchesAction(`${"*a".repeat(2000)}x`, "a".repeat(20_000)), false);
  });
});
