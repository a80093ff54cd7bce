import { accessPolicyDrifts } from "./drift/access-policy-drifts";
import type { Drift, DriftScenario } from "./drift/drift";
import { rbacDrifts } from "./drift/rbac-drifts";
import { everyScenario } from "./scenarios/every-scenario";
import { expectedPreview } from "./scenarios/expected-outcome";
import { readRecord, type Scenario } from "./scenarios/scenario";
import { summariseLines } from "./scenarios/lines/summarise-lines";

/** Renders `docs/emulator/engine-scenarios.md` from the scenarios, azure-native's record of them, and the drifts. */
export function renderScenarios(): string {
  return `# Previews and deployments, step by step

<!-- Written by \`npm run scenarios\` from the scenarios in test/engine/; edit those. -->

Scenarios that \`npm run test:engine\` plays under Pulumi's engine against the emulator, each on a stack of its own: a
preview and an \`up\` per step, then a preview, a refresh and a preview that find nothing to change, and \`destroy\` at the
end. The tables count Azure's resources only, without components.

## Recorded with azure-native

The test expects what azure-native itself previewed and did: which resources, which operation, which properties differ and
which of them cause a replacement (in parentheses). The record was made in November 2026 with azure-native's own code, a cut
of 3.28.0 and not the released binary, under Pulumi 3.250.0 and its Node language host, against the emulator.

A preview shows more than \`up\` then does where a value is known only after an update, as the identity of a Logic App is.
The record's program read the relay's callback URL after the relay's grants, so its previews also showed changes of the
connection, the connector and the refresh definition that \`up\` did not make; today's do not, and the tables omit them.

${everyScenario.map(scenarioSection).join("\n\n")}

## Changed outside Pulumi

No record of azure-native has these. The expected outcomes are inferred from its code; the last column has the reason. Of
\`up --refresh\` the table has what \`up\` does after its refresh, which drops from the state what Azure no longer has.

${[...rbacDrifts, accessPolicyDrifts].map(driftSection).join("\n\n")}
`;
}

function scenarioSection(scenario: Scenario): string {
  const { steps, destroy } = readRecord(scenario.name);
  const rows = Object.entries(scenario.steps).map(([name, { change, error }]) => {
    const { up = "" } = steps[name] ?? {};
    return [
      change,
      summariseLines(expectedPreview(scenario, name)),
      error === undefined ? up : `fails: ${error.source}`,
    ];
  });
  const last = ["`destroy`", "", scenario.destroy ?? destroy];
  return `### ${scenario.name}\n\n${table(["Change", "Preview", "`up`"], [...rows, last])}`;
}

function driftSection({ name, drifts }: DriftScenario): string {
  const rows = Object.values(drifts).flatMap(driftRows);
  return `### Drift, ${name}\n\n${table(["Change in Azure", "Command", "Outcome", "Inferred from"], rows)}`;
}

function driftRows({ change, commands, inferredFrom }: Drift): readonly (readonly string[])[] {
  return commands.map(([command, outcome], index) => [
    index === 0 ? change : "",
    `\`${command}\``,
    outcome.length === 0
      ? "nothing to change"
      : outcome[0]?.startsWith("fails: ")
        ? outcome[0]
        : summariseLines(outcome),
    index === 0 ? inferredFrom : "",
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    "<!-- prettier-ignore-start -->",
    "",
    ...[head, head.map(() => "---"), ...rows].map(line),
    "",
    "<!-- prettier-ignore-end -->",
  ].join("\n");
}
