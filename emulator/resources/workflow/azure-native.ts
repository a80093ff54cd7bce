import { asObject } from "../../../definition/json";
import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags, type Shape } from "../shape";

const accessPolicies: Shape = {
  properties: {
    policies: {
      valuesOf: {
        properties: { claims: { itemsOf: { properties: { name: "scalar", value: "scalar" } } }, type: "scalar" },
      },
    },
  },
};

/** No `sasAuthenticationPolicy`: azure-native 3.28 does not know it. */
const callers: Shape = {
  properties: {
    allowedCallerIpAddresses: { itemsOf: { properties: { addressRange: "scalar" } } },
    openAuthenticationPolicies: accessPolicies,
  },
};

const addresses: Shape = { itemsOf: { properties: { address: "scalar" } } };
const endpoints: Shape = { properties: { accessEndpointIpAddresses: addresses, outgoingIpAddresses: addresses } };
const reference: Shape = { properties: { id: "scalar" } };
const answeredReference: Shape = { properties: { id: "scalar", name: "scalar", type: "scalar" } };

/** `logic.Workflow`. */
export const workflow = armResource({
  token: "azure-native:logic:Workflow",
  armType: "Microsoft.Logic/workflows",
  name: { property: "workflowName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "workflowName"],
  required: ["resourceGroupName"],
  top: {
    identity: { properties: { type: "scalar", userAssignedIdentities: { itemsOf: "scalar" } } },
    location: "scalar",
    tags,
  },
  flattened: {
    accessControl: {
      properties: { actions: callers, contents: callers, triggers: callers, workflowManagement: callers },
    },
    definition: "untyped",
    endpointsConfiguration: { properties: { connector: endpoints, workflow: endpoints } },
    integrationAccount: reference,
    integrationServiceEnvironment: reference,
    parameters: {
      valuesOf: { properties: { description: "scalar", metadata: "untyped", type: "scalar", value: "untyped" } },
    },
    state: "scalar",
  },
  id: idInResourceGroup("Microsoft.Logic/workflows", "workflowName"),
  body: (body) => (body.identity === undefined ? body : { ...body, identity: identityOf(asObject(body.identity)) }),
  response: {
    accessEndpoint: "scalar",
    changedTime: "scalar",
    createdTime: "scalar",
    identity: {
      properties: {
        principalId: "scalar",
        tenantId: "scalar",
        type: "scalar",
        userAssignedIdentities: { valuesOf: { properties: { clientId: "scalar", principalId: "scalar" } } },
      },
    },
    integrationAccount: answeredReference,
    integrationServiceEnvironment: answeredReference,
    provisioningState: "scalar",
    sku: "untyped",
    version: "scalar",
  },
});

/** A program lists the ids of user-assigned identities; ARM takes a map whose keys they are. */
function identityOf(identity: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const ids = identity.userAssignedIdentities;
  if (!Array.isArray(ids)) return identity;
  return { ...identity, userAssignedIdentities: Object.fromEntries(ids.map((id) => [String(id), {}])) };
}
