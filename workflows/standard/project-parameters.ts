import { vaultUriParameter } from "../../access/vault-request";
import { asObject, asString, type JsonObject } from "../../definition/json";
import type { DeployedRefresh } from "./deployed-refresh";

/** Content of `parameters.json`, and what is wrong with it. */
export interface ProjectParameters {
  readonly parameters: JsonObject;
  /** Address of the vault, such as `https://name.vault.azure.net`. */
  readonly vaultUri: string;
  /** One sentence each. */
  readonly problems: readonly string[];
}

/**
 * The parameters of all workflows of a project, which share them, unlike Logic Apps of the Consumption kind.
 * https://learn.microsoft.com/azure/logic-apps/create-parameters-workflows
 */
export function projectParameters(refreshes: readonly DeployedRefresh[]): ProjectParameters {
  const values = new Map<string, { readonly type: unknown; readonly value: unknown; readonly of: string }>();
  const problems: string[] = [];
  for (const { name: of, definition, parameters } of refreshes) {
    for (const [name, declaration] of Object.entries(asObject(definition.parameters))) {
      if (name === "$connections") continue;
      const { type, defaultValue } = asObject(declaration);
      const { value = defaultValue } = asObject(parameters[name]);
      const first = values.get(name);
      if (first === undefined) values.set(name, { type, value, of });
      else if (JSON.stringify(first.value) !== JSON.stringify(value)) {
        problems.push(`${of} and ${first.of} differ in their parameter ${name}, which a Standard app has once.`);
      }
    }
  }
  return {
    parameters: Object.fromEntries([...values].map(([name, { type, value }]) => [name, { type, value }])),
    vaultUri: asString(values.get(vaultUriParameter)?.value),
    problems,
  };
}
