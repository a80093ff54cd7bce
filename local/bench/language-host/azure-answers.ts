/** An unknown value on Pulumi's wire. https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const tenantId = "00000000-0000-4000-8000-000000000001";
const subscriptionId = "00000000-0000-4000-8000-000000000002";
const principalId = "00000000-0000-4000-8000-000000000003";

/** Outputs of azure-native that the program reads below the top level, or that differ from the inputs, by type. */
const computed: Readonly<Record<string, (inputs: Inputs, known: boolean) => Inputs>> = {
  "azure-native:logic:Workflow": ({ identity }, known) =>
    identity === undefined
      ? {}
      : {
          identity: { ...(identity as Inputs), ...computedIdentity(known), tenantId: known ? tenantId : unknownValue },
        },
  "azure-native:managedidentity:UserAssignedIdentity": (_, known) =>
    known ? { principalId, tenantId, clientId: principalId } : {},
};

type Inputs = Readonly<Record<string, unknown>>;

function computedIdentity(known: boolean): Inputs {
  return { principalId: known ? principalId : unknownValue };
}

/** A created resource's id, and its outputs: what azure-native answers to a creation, or to the preview of one. */
export function resourceAnswer(
  type: string,
  name: string,
  inputs: Inputs,
  dryRun: boolean,
): { readonly id: string; readonly outputs: Inputs } {
  const outputs = { ...inputs, ...computed[type]?.(inputs, !dryRun) };
  if (dryRun) return { id: "", outputs };
  return { id: armId(type, name), outputs: { name: `${name}1a2b3c4d`, ...outputs } };
}

function armId(type: string, name: string): string {
  const group = `/subscriptions/${subscriptionId}/resourceGroups/keyvault-secrets1a2b3c4d`;
  if (type === "azure-native:resources:ResourceGroup") return group;
  const [, module = "", kind = ""] = type.split(":");
  return `${group}/providers/Microsoft.${module}/${kind}/${name}1a2b3c4d`;
}

/** Results of invokes, as azure-native gives them. */
export const invokeResults: Readonly<Record<string, Inputs>> = {
  "azure-native:authorization:getClientConfig": {
    clientId: principalId,
    objectId: principalId,
    subscriptionId,
    tenantId,
  },
  "azure-native:logic:listWorkflowTriggerCallbackUrl": {
    method: "PUT",
    value:
      "https://prod-01.westeurope.logic.azure.com:443/workflows/0123/triggers/manual/paths/invoke/secrets/{secretName}" +
      "?api-version=2019-05-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=relay-key",
    basePath: "https://prod-01.westeurope.logic.azure.com/workflows/0123/triggers/manual/paths/invoke",
    relativePath: "secrets/{secretName}",
    relativePathParameters: ["secretName"],
    queries: { apiVersion: "2019-05-01", sp: "/triggers/manual/run", sv: "1.0", sig: "relay-key" },
  },
};
