import { pathOf } from "../../../definition";
import type { Exposure, ExposureKind, Exposures, Taint } from "../../data-flow";
import { findExposures, isSameTaint, join, untainted } from "../../data-flow";
import type { ModelWorkflow } from "../../model";
import type { Rule } from "../../rule/rule";

/** How often a workflow is analysed again because another hands it more. */
const maximumRounds = 4;

/** Analyses each workflow, and those that are handed secrets by others of the stack again. */
function analyseWorkflows(workflows: readonly ModelWorkflow[]): ReadonlyMap<string, Exposures> {
  const byName = new Map(workflows.flatMap((workflow) => namesOf(workflow).map((name) => [name, workflow] as const)));
  const received = new Map<string, Taint>();
  const found = new Map<string, Exposures>();
  let pending = workflows.filter(({ state }) => state === "readable");
  for (let round = 0; round < maximumRounds && pending.length > 0; round += 1) {
    const next = new Set<ModelWorkflow>();
    for (const { urn, definition, parameters } of pending) {
      const result = findExposures(definition, parameters, received.get(urn));
      found.set(urn, result);
      for (const { workflowName, taint } of result.handed) {
        const child = byName.get(workflowName);
        if (child?.state !== "readable") continue;
        const before = received.get(child.urn) ?? untainted;
        const after = join(before, taint);
        received.set(child.urn, after);
        if (!isSameTaint(before, after)) next.add(child);
      }
    }
    pending = [...next];
  }
  return found;
}

function namesOf({ resource: { name, properties } }: ModelWorkflow): readonly string[] {
  return [properties.workflowName, properties.name, name].flatMap((each) =>
    typeof each === "string" ? [each.toLowerCase()] : [],
  );
}

/** Every secret of a workflow, foldable from where it comes from to wherever it goes. */
export const hiddenTokens: Rule = {
  id: "hidden-tokens",
  sentence: "No secret that passes through a workflow is visible in run history, to its caller, or where it is sent.",
  fault: "A secret is visible in run history, to the caller of a workflow, or where it is sent.",
  level: "mandatory",
  levelReason: "A secret that was visible once counts as disclosed and must be replaced.",
  reason:
    "Run history keeps the inputs and outputs of every action in plain text, for everyone who may read the workflow; a " +
    "value that one action hides is visible again in the next one.",
  remediation:
    'For each action that receives or returns a secret, set "runtimeConfiguration": { "secureData": { "properties": ' +
    '["inputs", "outputs"] } }, reference that action directly, and compare secrets within an expression.',
  reference: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#obfuscate",
  configuration: { schema: { type: "object", properties: {}, additionalProperties: false }, defaults: {} },
  evaluate({ workflows }, _configuration, report) {
    const analysed = analyseWorkflows(workflows);
    for (const { urn, state } of workflows) {
      if (state === "unknown") report.undecided({ urn, path: "definition" });
      if (state === "unreadable") {
        report.finding({ urn, path: "definition", message: "The definition cannot be read: it is not a JSON object." });
      }
      const { exposures = [], unknown = [] } = analysed.get(urn) ?? {};
      for (const exposure of exposures) {
        report.finding({
          urn,
          path: placeOf(exposure),
          message: messageOf(exposure),
          remediation: remedies[exposure.kind],
        });
      }
      for (const { node, path } of unknown)
        report.undecided({ urn, path: `definition.${pathOf(node.placed)}.${path}` });
    }
  },
};

function placeOf({ node, path }: Exposure): string {
  return node === undefined ? `definition.${path}` : `definition.${pathOf(node.placed)}.${path}`;
}

function messageOf({ node, kind, origin }: Exposure): string {
  const who = node === undefined ? "The workflow" : `The ${node.role} "${node.name}"`;
  return `${who} ${says[kind]}${origin === "" ? "" : `: ${origin}`}.`;
}

const says: Readonly<Record<ExposureKind, string>> = {
  "inputs-not-secured": "receives a secret and does not secure its inputs",
  "outputs-not-secured": "returns a secret and does not secure its outputs",
  "kind-cannot-hide": "handles a secret and is of a type that cannot hide it",
  condition: "evaluates a secret in a condition, which run history shows",
  loop: "loops over a secret, which run history shows",
  variable: "puts a secret into a variable, which nothing can hide",
  "tracked-property": "tracks a secret",
  response: "returns a secret to its caller",
  "terminate-message": "ends the run with a message that contains a secret",
  "workflow-output": "has an output that contains a secret",
  sink: "sends a secret to where it stays readable",
  "secret-metadata": "writes a secret into the tags or the content type of a vault's secret, which list shows",
  "unreadable-expression": "has an expression that cannot be parsed, so its value is unknown",
};

const secureBoth = (properties: string): string =>
  `Add "runtimeConfiguration": { "secureData": { "properties": ["inputs", "outputs"] } }; ${properties} must be among them.`;
const referDirectly = "Reference the action that returns the secret directly where it is used, and remove this.";

const remedies: Readonly<Record<ExposureKind, string>> = {
  "inputs-not-secured": secureBoth('"inputs"'),
  "outputs-not-secured": secureBoth('"outputs"'),
  "kind-cannot-hide": referDirectly,
  condition: "Compare within one expression, such as @equals(…), so that only true or false shows.",
  loop: "Loop over something that is not secret.",
  variable: referDirectly,
  "tracked-property": "Track something that is not secret, such as a status code.",
  response: "Answer with what is not secret: of a vault's answer all but the value, a status code.",
  "terminate-message": "Choose the message among literals, by comparisons and status codes.",
  "workflow-output": "Leave the output out.",
  sink: "Send something that is not secret, or have the receiver read the secret from the vault.",
  "secret-metadata": "Write it as a secret of its own.",
  "unreadable-expression": "Correct the expression's syntax.",
};
