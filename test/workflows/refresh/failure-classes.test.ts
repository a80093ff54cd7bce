import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { walkActions } from "../../../definition";
import type { Expression } from "../../../definition/expressions";
import { parseTemplate } from "../../../definition/expressions";
import { failureClasses } from "../../../workflows";
import { documentedFailures } from "../../documents";
import { refreshDefinitions } from "../../policy/our-definitions";

/** What an expression can give: of an `if`, both branches; of anything else that is no text, a code of a table. */
function results(expression: Expression): readonly string[] {
  if (expression.kind === "literal") return [String(expression.value)];
  if (expression.kind === "call" && expression.name === "if") return expression.arguments.slice(1).flatMap(results);
  assert.ok(expression.kind === "property");
  return [];
}

function codesOf(code: string): readonly string[] {
  const template = parseTemplate(code);
  return template.kind === "expression" ? results(template.expression) : [code];
}

function codesOfTables(parameters: object): readonly string[] {
  return Object.values(parameters).flatMap(({ defaultValue }: { defaultValue: unknown }) =>
    Array.isArray(defaultValue) ? (defaultValue as readonly { code: string }[]).map(({ code }) => code) : [],
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
  return new Set([...codes, ...refreshDefinitions.flatMap(({ definition }) => codesOfTables(definition.parameters))]);
}

describe("Failure classes", () => {
  it("are the codes that refresh runs can end with, each of them", () => {
    assert.deepEqual([...endingCodes()].sort(), [...failureClasses].sort());
  });

  it("each have a remedy in docs/troubleshooting.md, and none is there that does not exist", () => {
    const failures = documentedFailures();
    assert.deepEqual(failures.map(({ code }) => code).sort(), [...failureClasses].sort());
    for (const { code, meaning, fix } of failures) assert.ok(meaning.length > 20 && fix.length > 20, code);
  });
});
