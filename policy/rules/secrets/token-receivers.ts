import type { PlacedAction } from "../../../definition";
import { asObject, pathOf, walkActions } from "../../../definition";
import type { Expression } from "../../../definition/expressions";
import { parseTemplate } from "../../../definition/expressions";
import { isHostGuarded } from "../../../access/permissions";
import { findTexts, foldText } from "../../data-flow";
import { readAddress } from "../../http-addresses";
import type { ModelWorkflow } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const tokenReceivers: Rule = {
  id: "token-receivers",
  sentence: "A vault's secret is sent only to a fixed host, or to one that a condition around the request limits.",
  fault: "A vault's secret is sent to a host that nothing limits.",
  level: "advisory",
  levelReason:
    "A host that comes with the token, such as Salesforce's instance_url, can be right, which only the owner of its source knows.",
  reason: "Whoever can change where the host comes from receives the secret, and can use it from anywhere.",
  remediation:
    "Write the host into the address, or put the request into an If that compares uriHost() of the URL with the hosts " +
    "that are allowed, by equals or by endsWith with a leading period.",
  reference: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app",
  configuration: noConfiguration,
  evaluate({ workflows }, _, report) {
    for (const workflow of workflows) {
      const names = secretReads(workflow);
      if (names.size === 0) continue;
      const actions = walkActions(workflow.definition);
      for (const placed of actions.filter(({ type }) => type.toLowerCase() === "http")) {
        const host = openHost(placed, workflow);
        if (host === undefined || !sendsSecret(placed, names)) continue;
        if (isHostGuarded(placed, host, workflow.parameters, actions)) continue;
        report.finding({
          urn: workflow.urn,
          path: `definition.${pathOf(placed)}.inputs.uri`,
          message: `"${placed.name}" sends a secret to a host that only the run tells, and that no condition limits.`,
        });
      }
    }
  },
};

/** Names of the actions that read a secret of a vault, as expressions refer to them. */
function secretReads({ requirements: { vault } }: ModelWorkflow): ReadonlySet<string> {
  return new Set(vault.filter(({ operation }) => operation.name === "GetSecret").map(({ action }) => keyOf(action)));
}

/** The expression that gives a request's host; undefined for one that is known before the run. */
function openHost({ action }: PlacedAction, { parameters }: ModelWorkflow): Expression | undefined {
  const { uri } = asObject(action.inputs);
  const kind = readAddress(uri, parameters)?.kind;
  if (kind !== "open-host" && kind !== "open") return undefined;
  const expression = foldText(uri, parameters).find((piece) => typeof piece !== "string");
  if (expression === undefined) return undefined;
  return kind === "open" ? { kind: "call", name: "uriHost", arguments: [expression] } : expression;
}

function sendsSecret({ action }: PlacedAction, names: ReadonlySet<string>): boolean {
  return findTexts(action.inputs, "inputs").some(({ text }) =>
    expressionsOf(text).some((each) => readsValue(each, names)),
  );
}

function expressionsOf(text: string): readonly Expression[] {
  if (!text.includes("@")) return [];
  try {
    const template = parseTemplate(text);
    if (template.kind === "expression") return [template.expression];
    return template.kind === "text" ? [] : template.parts.filter((part) => typeof part !== "string");
  } catch {
    // hidden-tokens reports an expression that cannot be read.
    return [];
  }
}

/** Properties of a secret besides its value. */
const besides = new Set(["attributes", "contenttype", "id", "kid", "managed", "statuscode", "tags"]);

/** Checks whether an expression reads the value of a secret, directly and not of its other properties. */
function readsValue(expression: Expression, names: ReadonlySet<string>): boolean {
  if (expression.kind === "literal") return false;
  if (expression.kind === "property") {
    const { property } = expression;
    const isBesides = property.kind === "literal" && besides.has(String(property.value).toLowerCase());
    return (!isBesides && readsValue(expression.of, names)) || readsValue(property, names);
  }
  const [first] = expression.arguments;
  const isRead = /^(?:body|outputs|actions|actionbody|actionoutputs)$/i.test(expression.name);
  if (isRead && first?.kind === "literal" && names.has(keyOf(String(first.value)))) return true;
  return expression.arguments.some((argument) => readsValue(argument, names));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/ /g, "_");
}
