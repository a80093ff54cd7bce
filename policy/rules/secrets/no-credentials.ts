import { asObject, pathOf, walkActions, walkTriggers } from "../../../definition";
import type { Randomness } from "../../credentials";
import { credentialPlaces, findCredentials, isLiteralCredential } from "../../credentials";
import type { Report, Rule } from "../../rule/rule";
import { isSecureParameter } from "../../model";
import type { StackConnector, StackWorkflow } from "../../model";
import { checkConnections } from "./credentials-of-connections";
import { checkOtherPlaces } from "./credentials-elsewhere";

/** Placeholder of a secret in a state. */
const hidden = "[secret]";

export const noCredentials: Rule<Randomness> = {
  id: "no-credentials",
  sentence:
    "No credential stands in a definition, a parameter's value, a connector, a connection, tags, receivers of alerts or " +
    "events, or a plain output.",
  fault: "A credential stands where everyone who may read the resource can read it.",
  level: "mandatory",
  levelReason: "A credential that was readable once counts as disclosed and must be replaced.",
  reason: "Everyone who may read the resource, its history or the code can read it.",
  remediation:
    "Revoke the credential and put a new one into the vault. Read it there with the workflow's managed identity, or " +
    "pass it in a SecureString parameter; a connection's key comes from the resource that issues it.",
  reference: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app",
  configuration: {
    schema: {
      type: "object",
      properties: {
        minimumLength: { type: "integer", minimum: 8, description: "Shorter random texts are not reported." },
        minimumEntropy: {
          type: "number",
          minimum: 0,
          description: "Minimum entropy, in bits per character, of a random text.",
        },
      },
      additionalProperties: false,
    },
    defaults: { minimumLength: 16, minimumEntropy: 3 },
  },
  evaluate(model, randomness, report) {
    const { workflows, connectors } = model;
    for (const workflow of workflows) checkWorkflow(workflow, randomness, report);
    for (const connector of connectors) checkConnector(connector, randomness, report);
    checkConnections(model, report);
    checkOtherPlaces(model, randomness, report);
  },
};

function checkWorkflow(workflow: StackWorkflow, randomness: Randomness, report: Report): void {
  const { urn, definition, state, values } = workflow;
  if (state === "unknown") report.undecided({ urn, path: "definition" });
  if (state !== "readable") return;
  const reported = new Set<string>();
  const find = (path: string, message: string): void => {
    if (reported.has(path)) return;
    reported.add(path);
    report.finding({ urn, path, message });
  };
  for (const placed of [...walkTriggers(definition), ...walkActions(definition)]) {
    for (const { path, text, what } of credentialPlaces(placed)) {
      if (isLiteralCredential(text)) find(`definition.${pathOf(placed)}.${path}`, `Literal credential in ${what}.`);
    }
  }
  for (const { path, what } of findCredentials(definition, "definition", randomness)) {
    find(path, `This looks like a credential: ${what}.`);
  }
  for (const [name, value] of Object.entries(values)) {
    if (isSecureParameter(definition, name)) continue;
    for (const { path, what } of findCredentials(value, `parameters.${name}`, randomness)) {
      find(path, `The value of a parameter that is not secure looks like a credential: ${what}.`);
    }
  }
}

function checkConnector({ urn, properties }: StackConnector, randomness: Randomness, report: Report): void {
  for (const [name, parameter] of Object.entries(asObject(properties.connectionParameters))) {
    const { clientSecret } = asObject(asObject(parameter).oAuthSettings);
    if (typeof clientSecret !== "string" || clientSecret === "" || clientSecret === hidden) continue;
    const path = `properties.connectionParameters.${name}.oAuthSettings.clientSecret`;
    report.finding({ urn, path, message: "The connector contains a literal client secret." });
  }
  const { iconUri, connectionParameters, ...searched } = properties;
  for (const { path, what } of findCredentials(searched, "properties", randomness)) {
    report.finding({ urn, path, message: `This looks like a credential: ${what}.` });
  }
}
