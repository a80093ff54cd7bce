import type { Stack } from "../../../../policy/model";
import {
  accessPolicy,
  assignment,
  customRole,
  customRoleId,
  getSecret,
  group,
  principalId,
  readingStack,
  resource,
  restricted,
  vault,
  vaultId,
  workflow,
} from "../../stacks/stack-builder";
import { azure, others, thread } from "../addresses";
import type { CasesByKind } from "../reported-case";

const hidden = ["hidden-tokens"];
const only = (...resources: Stack["resources"]): Stack => ({ resources });
const leak = { Leak: { type: "Compose", inputs: "@body('Get_secret')?['value']" } };
const properties = (actions: object = {}): object => ({
  accessControl: restricted,
  definition: { triggers: {}, actions: { Get_secret: getSecret, ...actions } },
});
const inTemplate = (actions: object = {}): object => ({
  type: "Microsoft.Logic/workflows",
  apiVersion: "2019-05-01",
  name: "w",
  identity: { type: "SystemAssigned" },
  properties: properties(actions),
});
const deployed = (...resources: object[]): Stack =>
  only(
    resource("azure-native:resources:Deployment", "d", {
      properties: { mode: "Incremental", template: { resources } },
    }),
  );
const nested = (...resources: object[]): object => ({
  type: "Microsoft.Resources/deployments",
  properties: { mode: "Incremental", template: { resources } },
});
const azapi = (actions: object = {}): Stack =>
  only(
    resource("azapi:index:Resource", "a", {
      type: "Microsoft.Logic/workflows@2019-05-01",
      name: "w",
      body: { properties: properties(actions) },
    }),
  );
const classic = resource("azure:logicapps:Workflow", "w", { name: "w", accessControl: {} });
const part = (type: string, name: string, rest: object): Stack["resources"][number] =>
  resource(`azure:logicapps:${type}`, name, { name, ...rest }, { logicAppId: [classic.urn] });
const custom = (name: string, body: object): Stack["resources"][number] =>
  part("ActionCustom", name, { body: JSON.stringify(body) });

/** Stacks in other forms than azure-native's own, and such as no program would write. */
export const forms = {
  type: [
    {
      id: "template-with-a-leak",
      what: "a deployment whose template shows the secret",
      source: others.deployment,
      rules: hidden,
      stack: deployed(inTemplate(leak)),
    },
    {
      id: "template",
      what: "a deployment whose template does not",
      source: others.deployment,
      rules: [],
      stack: deployed(inTemplate()),
    },
    {
      id: "nested-template-with-a-leak",
      what: "a template within a template",
      source: others.deployment,
      rules: hidden,
      stack: deployed(nested(inTemplate(leak))),
    },
    {
      id: "azapi-with-a-leak",
      what: "a workflow by azapi that shows the secret",
      source: others.azapi,
      rules: hidden,
      stack: azapi(leak),
    },
    { id: "azapi", what: "a workflow by azapi that does not", source: others.azapi, rules: [], stack: azapi() },
    {
      id: "classic-actions-with-a-leak",
      what: "a workflow of single custom actions, one of which shows the secret",
      source: others.classicCustom,
      rules: hidden,
      stack: only(classic, custom("Get_secret", getSecret), custom("Leak", leak.Leak)),
    },
    {
      id: "classic-actions",
      what: "a workflow of one custom action",
      source: others.classicCustom,
      rules: [],
      stack: only(classic, custom("Get_secret", getSecret)),
    },
    {
      id: "classic-http-action",
      what: "an HTTP action at an address without TLS, as the example of the class has it",
      source: others.classicHttp,
      rules: ["https-and-audience"],
      stack: only(classic, part("ActionHttp", "webhook", { method: "GET", uri: "http://example.com/some-webhook" })),
    },
    {
      id: "classic-owner",
      what: "Owner for the workflow by the role's name",
      source: others.classicAssignment,
      rules: ["privileged-roles"],
      stack: only(
        vault(),
        accessPolicy("get"),
        workflow({}),
        resource("azure:authorization:Assignment", "g", { principalId, scope: vaultId, roleDefinitionName: "Owner" }),
      ),
    },
    {
      id: "classic-reader-of-a-subscription",
      what: "Reader at the subscription for the workflow, as the example of the class has it",
      source: others.classicAssignment,
      rules: [],
      stack: only(
        vault(),
        accessPolicy("get"),
        workflow({}),
        resource("azure:authorization:Assignment", "g", {
          principalId,
          scope: "/subscriptions/11111111-2222-4333-8444-555555555555",
          roleDefinitionName: "Reader",
        }),
      ),
    },
    {
      id: "classic-access-policy",
      what: "an access policy with get of keys and secrets, as the example of the class has it",
      source: others.classicAccessPolicy,
      rules: ["destructive-permissions"],
      stack: only(
        vault(),
        workflow({}),
        resource("azure:keyvault:AccessPolicy", "p", {
          keyVaultId: vaultId,
          objectId: principalId,
          keyPermissions: ["Get"],
          secretPermissions: ["Get"],
        }),
      ),
    },
    {
      id: "eligible-by-its-own-type",
      what: "an eligible Owner by azure-native's type for Privileged Identity Management",
      source: others.eligibleResource,
      rules: ["privileged-roles", "wide-scopes"],
      stack: only(
        vault(),
        accessPolicy("get"),
        workflow({}),
        assignment("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", group, "PimRoleEligibilitySchedule"),
      ),
    },
  ],
  robust: [
    {
      id: "role-of-many-stars",
      what: "a custom role whose data action has ten thousand wildcards",
      source: azure.roleDefinitions,
      rules: ["custom-roles", "missing-permissions"],
      stack: only(
        vault("rbac"),
        workflow({}),
        customRole({ dataActions: [`Microsoft.KeyVault/vaults/secrets/${"*".repeat(10_000)}x`] }),
        assignment(customRoleId, vaultId),
      ),
    },
    {
      id: "inputs-among-the-outputs",
      what: "a workflow whose resource repeats its inputs among its outputs, as a provider once did",
      source: thread("pulumi/pulumi-azure-nextgen/issues/185"),
      rules: [],
      stack: readingStack(
        {},
        {},
        { __inputs: { workflowName: "la-refresh", definition: { actions: { Get_secret: getSecret } } } },
      ),
    },
    {
      id: "secret-without-a-value",
      what: "a secret that the provider answers without its value",
      source: thread("pulumi/pulumi-azure-native/issues/1422"),
      rules: [],
      stack: only(
        ...readingStack({}).resources,
        resource("azure-native:keyvault:Secret", "s", { properties: { attributes: { enabled: true } } }),
      ),
    },
  ],
} satisfies CasesByKind;
