import { asList, asObject } from "../../../definition/json";
import { leastToken } from "../../stack-configuration";
import { changeBody, deleteResource, type Drift, type DriftScenario } from "./drift";
import { connection, disabled, relay, refresh, tags, allowedNames } from "./workflow-drifts";

const settings = { authorizationModel: "rbac", tokens: [leastToken] };
const refreshGrant = "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret";
const missingAssignment =
  "azure-native reports the 404 of a missing role assignment as an error, and reads it in a refresh only";

const assignment: Drift = {
  change: "role assignment of the refresh Logic App deleted",
  resource: refreshGrant,
  apply: deleteResource,
  commands: [
    ["preview", []],
    ["refresh", ["fails: 404"]],
    ["up --refresh", ["fails: 404"]],
    ["up", []],
    ["up --target-replace", [`replace ${refreshGrant} (replaced for id)`]],
  ],
  inferredFrom: missingAssignment,
};

const role: Drift = {
  change: "data action added to a role",
  resource: "authorization:RoleDefinition secrets-getSecret",
  apply: changeBody((body) => {
    const properties = asObject(body.properties);
    const [permission] = asList(properties.permissions).map(asObject);
    const dataActions = [...asList(permission?.dataActions), "Microsoft.KeyVault/vaults/secrets/delete"];
    return { properties: { ...properties, permissions: [{ ...permission, dataActions }] } };
  }),
  commands: [
    ["up", []],
    ["refresh", ["update authorization:RoleDefinition secrets-getSecret: permissions"]],
    ["up", ["update authorization:RoleDefinition secrets-getSecret: permissions"]],
  ],
  inferredFrom: "a refresh takes over what differs in Azure, and the next `up` puts the program's inputs there",
};

const vault: Drift = {
  change: "vault deleted",
  resource: "keyvault:Vault secrets",
  apply: deleteResource,
  commands: [
    ["preview", []],
    ["refresh", ["fails: 404"]],
    ["up --refresh", ["fails: 404"]],
  ],
  inferredFrom: `Azure deletes the role assignments with the vault, and ${missingAssignment}`,
  restored: false,
};

const group: Drift = {
  change: "resource group deleted",
  resource: "resources:ResourceGroup keyvault-secrets",
  apply: deleteResource,
  commands: [
    ["refresh", ["fails: 404"]],
    ["up --refresh", ["fails: 404"]],
  ],
  inferredFrom: missingAssignment,
  restored: false,
};

/** Stacks of the model rbac. The last drift of each leaves a stack that only `destroy` ends. */
export const rbacDrifts: readonly DriftScenario[] = [
  {
    name: "rbac",
    settings,
    drifts: {
      assignment,
      role,
      relay: relay("rbac"),
      refresh: refresh("rbac"),
      connection,
      tags,
      disabled,
      allowedNames,
      vault,
    },
  },
  { name: "rbac, resource group", settings, drifts: { group } },
];
