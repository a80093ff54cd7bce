import { bindToRelay, relayDefinition, setSecretDocument } from "../../connector";
import type { StackResource } from "../../policy/model";
import { refreshDefinitions } from "./our-definitions";

type Json = Record<string, unknown>;
interface Resource extends StackResource {
  readonly properties: Json;
  readonly propertyDependencies: Record<string, string[]>;
}

const names = ["salesforce-token", "salesforce-token-instance-url"];
const vaultUri = { value: "https://shop.vault.azure.net" };
const address = {
  host: "prod-12.westeurope.logic.azure.com",
  basePath: "/workflows/9f86d081884c7d659a2feaa0c55ad015/triggers/manual/paths/invoke",
  queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
};

/**
 * Workflows, connector and connection that this program deploys, as the rules see them. Tests may change the JSON.
 *
 * @param variants number of refreshes, of which the first three differ in how they write a secret; @default all
 */
export function ourStack(variants = refreshDefinitions.length): { readonly resources: readonly Resource[] } {
  const resources: Omit<Resource, "name" | "ignoreChanges">[] = [
    {
      urn: "relay",
      type: "azure-native:logic:Workflow",
      properties: {
        definition: relayDefinition({}),
        parameters: { vaultUri, allowedSecretNames: { value: names } },
      },
      propertyDependencies: { parameters: ["vault"] },
    },
    {
      urn: "connector",
      type: "azure-native:web:CustomApi",
      properties: {
        properties: {
          swagger: bindToRelay(setSecretDocument(names), address),
          backendService: { serviceUrl: `https://${address.host}${address.basePath}` },
          connectionParameters: { api_key: { type: "securestring" } },
        },
      },
      propertyDependencies: { properties: ["relay"] },
    },
    {
      urn: "connection",
      type: "azure-native:web:Connection",
      properties: { properties: { api: { id: "connector" }, parameterValues: { api_key: "key-of-the-relay" } } },
      propertyDependencies: { properties: ["connector", "relay"] },
    },
    ...refreshDefinitions.slice(0, variants).map(({ name, definition }) => ({
      urn: name,
      type: "azure-native:logic:Workflow",
      properties: {
        definition,
        parameters: { vaultUri, $connections: { value: { keyvaultsecrets: { id: "connector" } } } },
      },
      propertyDependencies: { parameters: ["vault", "connector", "connection"] },
    })),
  ];
  return structuredClone({
    resources: resources.map((resource) => ({ ...resource, name: resource.urn, ignoreChanges: [] })),
  });
}
