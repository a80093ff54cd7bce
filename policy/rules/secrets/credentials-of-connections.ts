import { asObject } from "../../../definition";
import { isCredentialName } from "../../credentials";
import { findTexts } from "../../data-flow";
import type { StackConnection, StackModel } from "../../model";
import type { Report } from "../../rule/rule";

/** Placeholder of a secret in a state. */
const hidden = "[secret]";

/** Reports credentials that were written into connections. */
export function checkConnections({ connectors, connections, stack }: StackModel, report: Report): void {
  const connectorUrns = new Set(connectors.map(({ urn }) => urn));
  const outputs = new Map(stack.resources.map(({ urn, properties }) => [urn, properties]));
  for (const connection of connections) {
    const issuers = [...connection.madeFrom].filter(
      (each) => !connectorUrns.has(each) && !each.includes(":resources:ResourceGroup::"),
    );
    // Where secrets are not marked, a value that another resource issues looks like one that was written.
    if (issuers.length > 0 && stack.marksSecrets !== true) continue;
    const issued = new Set(issuers.flatMap((urn) => findTexts(outputs.get(urn), "outputs").map(({ text }) => text)));
    for (const { path, name, value } of parameterValues(connection)) {
      if (value === "" || value === hidden || issued.has(value) || !isCredentialName(name)) continue;
      report.finding({
        urn: connection.urn,
        path: `properties.${path}`,
        message: `The connection's "${name}" does not come from a resource of the stack, and is not a secret.`,
      });
    }
  }
}

interface ParameterValue {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** The plain texts among a connection's parameters, in each of the forms that Azure takes. */
function parameterValues({ properties }: StackConnection): readonly ParameterValue[] {
  const plain = ["parameterValues", "customParameterValues", "alternativeParameterValues"].flatMap((form) =>
    Object.entries(asObject(properties[form])).map(([name, value]) => ({ path: `${form}.${name}`, name, value })),
  );
  const inSet = Object.entries(asObject(asObject(properties.parameterValueSet).values)).map(([name, value]) => ({
    path: `parameterValueSet.values.${name}`,
    name,
    value: asObject(value).value,
  }));
  return [...plain, ...inSet].flatMap(({ value, ...place }) =>
    typeof value === "string" ? [{ ...place, value }] : [],
  );
}
