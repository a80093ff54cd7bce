import Ajv from "ajv";
import roleAssignments from "./authorization.role-assignments.json";
import roleDefinitions from "./authorization.role-definitions.json";
import actionGroups from "./insights.action-groups.json";
import diagnosticSettings from "./insights.diagnostic-settings.json";
import metricAlerts from "./insights.metric-alerts.json";
import scheduledQueryRules from "./insights.scheduled-query-rules.json";
import accessPolicies from "./key-vault.access-policies.json";
import vaults from "./key-vault.vaults.json";
import workflows from "./logic.workflows.json";
import userAssignedIdentities from "./managed-identity.user-assigned-identities.json";
import serviceBusNamespaces from "./service-bus.namespaces.json";
import serviceBusRules from "./service-bus.rules.json";
import serviceBusSubscriptions from "./service-bus.subscriptions.json";
import serviceBusTopics from "./service-bus.topics.json";
import connections from "./web.connections.json";
import customApis from "./web.custom-apis.json";

// Optimized code takes longer to make than it saves with so few resources.
const ajv = new Ajv({ allErrors: true, strict: false, formats: { "date-time": true }, code: { optimize: false } });

/** By resource type, in lower case. The schemas have no resource group. */
const schemas: ReadonlyMap<string, object> = new Map(
  Object.entries({
    "Microsoft.Authorization/roleAssignments": roleAssignments,
    "Microsoft.Authorization/roleDefinitions": roleDefinitions,
    "Microsoft.Insights/actionGroups": actionGroups,
    "Microsoft.Insights/diagnosticSettings": diagnosticSettings,
    "Microsoft.Insights/metricAlerts": metricAlerts,
    "Microsoft.Insights/scheduledQueryRules": scheduledQueryRules,
    "Microsoft.KeyVault/vaults": vaults,
    "Microsoft.KeyVault/vaults/accessPolicies": accessPolicies,
    "Microsoft.Logic/workflows": workflows,
    "Microsoft.ManagedIdentity/userAssignedIdentities": userAssignedIdentities,
    "Microsoft.ServiceBus/namespaces": serviceBusNamespaces,
    "Microsoft.ServiceBus/namespaces/topics": serviceBusTopics,
    "Microsoft.ServiceBus/namespaces/topics/subscriptions": serviceBusSubscriptions,
    "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules": serviceBusRules,
    "Microsoft.Web/connections": connections,
    "Microsoft.Web/customApis": customApis,
  }).map(([type, schema]) => [type.toLowerCase(), schema]),
);

/** A request to Azure Resource Manager. */
export interface ArmRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/**
 * What the official schema of the resource type has against a PUT; `[]` for other methods and for resource groups.
 *
 * The schemas are those of template resources, which say name, type and API version in the body; a request says them
 * in its URL, so that these are checked too.
 *
 * @throws {Error} for a PUT of a type that there is no schema for
 */
export function schemaProblems({ method, url, body }: ArmRequest): readonly string[] {
  if (method !== "PUT") return [];
  const { pathname, searchParams } = new URL(url);
  if (/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(pathname)) return [];
  const type = typeOfPath(pathname);
  const schema = schemas.get(type.toLowerCase());
  if (schema === undefined) throw new Error(`There is no schema for the type '${type}' of ${method} ${url}.`);
  const name = decodeURIComponent(pathname.split("/").at(-1) ?? "");
  const resource = { ...(body as object), name, type, apiVersion: searchParams.get("api-version") };
  // Compiled once for each schema: ajv knows it again.
  const validate = ajv.compile(schema);
  if (validate(resource)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "", params }) => {
    const extra = "additionalProperty" in params ? `: ${String(params.additionalProperty)}` : "";
    return `${type} ${instancePath} ${message}${extra}`;
  });
}

/** The resource type of a path, such as `Microsoft.ServiceBus/namespaces/topics`; empty for a resource group. */
export function typeOfPath(pathname: string): string {
  const [, namespace = "", rest = ""] = /.*\/providers\/([^/]+)\/(.+)$/i.exec(pathname) ?? [];
  return [namespace, ...rest.split("/").filter((_, index) => index % 2 === 0)].join("/");
}
