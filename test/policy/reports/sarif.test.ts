import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, it } from "mocha";
import type { PolicyReport } from "../../../policy/reports";
import { toSarif } from "../../../policy/reports";
import { exampleReport, finding, relayGrant, urnOf } from "./example-report";

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Result[];
    },
  ];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
}

const formats = { uri: /^[a-z][a-z0-9+.-]*:[^\s<>"{}]+$/i, "uri-reference": /^[^\s<>"{}]*$/, "date-time": /^\d{4}-/ };
// The schema's pattern of languages has a bracket too many, which is an error with the flag u alone.
const code = { optimize: false };
const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats, code }).compile(
  JSON.parse(readFileSync(join(__dirname, "sarif-2.1.0.json"), "utf8")) as object,
);

function sarifOf(report: PolicyReport): Sarif["runs"][0] {
  const log = JSON.parse(toSarif(report)) as Sarif;
  assert.ok(validate(log), JSON.stringify(validate.errors));
  return log.runs[0];
}

const fingerprintsOf = (report: PolicyReport): readonly string[] =>
  sarifOf(report).results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));

describe("a policy report as SARIF", () => {
  it("is valid by the schema, which is no empty one", () => {
    sarifOf(exampleReport());
    sarifOf(exampleReport({ findings: [], exempted: [] }));
    assert.equal(validate({ version: "2.1.0", runs: [{}] }), false);
  });

  it("has each rule, and each finding at its level, worst first", () => {
    const { tool, results } = sarifOf(exampleReport());
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      ["no-alert", "too-much", "silent"],
    );
    assert.deepEqual(
      results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level]),
      [
        ["too-much", 1, "error"],
        ["no-alert", 0, "warning"],
        ["too-much", 1, "error"],
      ],
    );
    assert.deepEqual(results[0]?.message, {
      text: "relay (keyvault/v20230701:AccessPolicy), policy.permissions.secrets: Not used: delete. The remedy of too-much.",
    });
  });

  it("points at the program's line, or at the project where nobody knows the line", () => {
    const { results } = sarifOf(exampleReport());
    assert.deepEqual(
      results.map(({ locations }) => locations),
      [
        [
          {
            physicalLocation: {
              artifactLocation: { uri: "access/vault%20access.ts", uriBaseId: "%SRCROOT%" },
              region: { startLine: 12 },
            },
            logicalLocations: [
              { name: "relay", fullyQualifiedName: `${relayGrant}#policy.permissions.secrets`, kind: "resource" },
            ],
          },
        ],
        [{ physicalLocation: { artifactLocation: { uri: "Pulumi.yaml", uriBaseId: "%SRCROOT%" } } }],
        [
          {
            physicalLocation: { artifactLocation: { uri: "Pulumi.yaml", uriBaseId: "%SRCROOT%" } },
            logicalLocations: [
              {
                name: "backup",
                fullyQualifiedName: `${urnOf("azure-native:keyvault:AccessPolicy", "backup")}#policy.permissions.secrets`,
                kind: "resource",
              },
            ],
          },
        ],
      ],
    );
  });

  it("shows what is exempted as suppressed, with who accepted it", () => {
    const { results } = sarifOf(exampleReport());
    assert.deepEqual(
      results.map(({ suppressions }) => suppressions),
      [
        undefined,
        undefined,
        [{ kind: "external", status: "accepted", justification: "Moves in March (until 2027-03-31, Ada)" }],
      ],
    );
  });

  it("knows a finding again when its words, its line or its stack change, and tells two apart", () => {
    const of = (findings: readonly ReturnType<typeof finding>[], changes: Partial<PolicyReport> = {}) =>
      fingerprintsOf(exampleReport({ findings, exempted: [], ...changes }));
    const [before] = of([finding()]);
    const [after] = of(
      [finding({ message: "Not used: delete, purge.", urn: relayGrant.replace(":dev::", ":production::") })],
      { sources: new Map() },
    );
    assert.equal(before, after);
    const different = of([finding(), finding(), finding({ path: "other" }), finding({ rule: "silent" })]);
    assert.equal(new Set(different).size, 4);
    assert.ok(different.includes(before ?? ""));
  });
});
