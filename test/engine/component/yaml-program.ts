import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { asString } from "../../../definition/json";
import type { AuthorizationModel } from "../../../azure";
import { onStack, subscriptionId, type EngineStack } from "../engine-stack";

type Properties = Readonly<Record<string, unknown>>;

interface YamlProgram {
  readonly resources: Readonly<Record<string, { readonly properties: Properties }>>;
}

const example = parse(readFileSync("docs/examples/component/Pulumi.yaml", "utf8")) as YamlProgram;

/** The token that the example keeps fresh. */
export const exampleToken = tokenOf(example.resources["refresh-salesforce-token"]?.properties ?? {});

const shared = `/subscriptions/${subscriptionId}/resourceGroups/rg-shared`;

/** The vault that exists before the program is deployed. */
export const vaultId = `${shared}/providers/Microsoft.KeyVault/vaults/kv-shared`;

/** Where and how the example is deployed. */
export interface YamlVariation {
  /** Port of the provider of the components. */
  readonly port: number;
  /** The vault's own. @default "rbac" */
  readonly authorizationModel?: AuthorizationModel;
  /** Properties that the resources have instead of the example's own. @default none */
  readonly properties?: Readonly<Record<string, Properties>>;
  /** Options of resources. @default none */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Tries something on a stack of the example in YAML, attached to the provider of the components instead of a package. */
export async function onYamlStack(
  { port, authorizationModel = "rbac", properties = {}, options = {} }: YamlVariation,
  attempt: (stack: EngineStack) => Promise<void>,
): Promise<void> {
  const resources = Object.entries(example.resources).map(([name, resource]) => [
    name,
    {
      ...resource,
      properties: { ...resource.properties, authorizationModel, ...properties[name] },
      ...(options[name] === undefined ? {} : { options: options[name] }),
    },
  ]);
  const yaml = stringify({ ...example, resources: Object.fromEntries(resources) as unknown });
  await onStack(
    { resourceGroupName: "rg-shared", vaultId },
    async (stack) => {
      stack.azure.arm.seedResourceGroup(shared, "westeurope");
      await stack.azure.arm.seedVault(vaultId, authorizationModel);
      await attempt(stack);
    },
    { yaml, providers: [`logicapp-keyvault-secrets:${port}`] },
  );
}

function tokenOf(properties: Properties): Readonly<Record<"secretName", string>> & Properties {
  const { resourceGroupName: _, vaultId: __, authorizationModel: ___, ...token } = properties;
  return { ...token, secretName: asString(token.secretName) };
}
