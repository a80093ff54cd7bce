import { asObject, findActionPath } from "../../../definition";
import type { ModelWorkflow } from "../../model";
import { inputsByAction, isUnknown, secretWrites } from "../../model";
import type { Report, Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const secretExpiry: Rule = {
  id: "secret-expiry",
  sentence: "Every secret that is written has an expiry date.",
  fault: "A secret is written without an expiry date.",
  level: "advisory",
  levelReason: "Some secrets, such as API keys, do not expire, and an invented date helps nobody.",
  reason:
    "Without an expiry date, nobody can tell an expired token from a valid one, and nothing reminds the owner to renew it.",
  remediation: "Set attributes.exp where a workflow writes the secret, and attributes.expires where the program does.",
  reference: "https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-attributes",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    for (const workflow of model.workflows) checkWorkflow(workflow, report);
    for (const { urn, properties } of model.ofType("azure-native:keyvault:Secret")) {
      const { attributes } = asObject(properties.properties);
      const { expires } = asObject(attributes);
      const path = "properties.attributes.expires";
      if (isUnknown(attributes) || isUnknown(expires)) report.undecided({ urn, path });
      else if (expires === undefined) report.finding({ urn, path, message: "The secret has no expiry." });
    }
  },
};

function checkWorkflow({ urn, definition, requirements }: ModelWorkflow, report: Report): void {
  const inputs = inputsByAction(definition);
  for (const { action, operation } of secretWrites(requirements)) {
    // An update leaves a version's expiry as it is.
    if (operation.name !== "SetSecret") continue;
    const body = inputs.get(action)?.body;
    // A body that is handed on as it came, as a relay does, is its caller's.
    if (typeof body === "string") continue;
    const { attributes } = asObject(body);
    const path = (): string => `definition.${findActionPath(definition, action)}.inputs.body`;
    if (isUnknown(body) || isUnknown(attributes)) report.undecided({ urn, path: path() });
    else if (typeof attributes !== "string" && asObject(attributes).exp === undefined) {
      report.finding({ urn, path: path(), message: `The action "${action}" writes a secret without an expiry.` });
    }
  }
}
