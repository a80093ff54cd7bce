import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { walkActions } from "../../../definition";
import { failureClasses } from "../../../workflows";
import { refreshDefinitions } from "../../policy/our-definitions";

/** The literals that an expression can give as a code: those that no function compares with. */
function codesOf(code: string): readonly string[] {
  if (!code.startsWith("@")) return [code];
  return [...code.matchAll(/, '([A-Za-z_]+)'(?=[,)])/g)].flatMap(([, literal = "", ...rest]) =>
    rest.length > 0 && /^(Failed|TimedOut|)$/.test(literal) ? [] : [literal],
  );
}

function endingCodes(): ReadonlySet<string> {
  const codes = refreshDefinitions.flatMap(({ definition }) =>
    walkActions(definition).flatMap(({ type, action }) => {
      if (type !== "Terminate") return [];
      const { runError } = action.inputs as { runError: { code: string } };
      return codesOf(runError.code);
    }),
  );
  return new Set(codes);
}

describe("Failure classes", () => {
  it("are the codes that refresh runs can end with, each of them", () => {
    const codes = endingCodes();
    assert.deepEqual(
      failureClasses.filter((each) => !codes.has(each)),
      [],
    );
    const known = new Set<string>([...failureClasses, "error"]);
    assert.deepEqual(
      [...codes].filter((each) => !known.has(each) && !["TimedOut", "inactive_user"].includes(each)),
      [],
    );
  });

  it("each have a remedy in docs/troubleshooting.md, and none is there that does not exist", () => {
    const text = readFileSync(join(__dirname, "..", "..", "..", "docs", "troubleshooting.md"), "utf8");
    const rows = text
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    assert.deepEqual(rows.map(([, code = ""]) => code.slice(1, -1)).sort(), [...failureClasses].sort());
    for (const [, code, meaning = "", remedy = ""] of rows) assert.ok(meaning.length > 20 && remedy.length > 20, code);
  });
});
