import { asObject, asString, type JsonObject } from "../../../definition/json";
import { armResource, type ResourceType } from "../azure-native-type";

const list = { itemsOf: "scalar" } as const;
const permission = { actions: list, dataActions: list, notActions: list, notDataActions: list } as const;
const audit = {
  createdBy: "scalar",
  createdOn: "scalar",
  systemData: "untyped",
  updatedBy: "scalar",
  updatedOn: "scalar",
} as const;

const ordinary = armResource({
  token: "azure-native:authorization:RoleDefinition",
  armType: "Microsoft.Authorization/roleDefinitions",
  name: { property: "roleDefinitionId", generated: "uuid" },
  pathInputs: ["scope", "roleDefinitionId"],
  required: ["scope"],
  top: {},
  flattened: {
    assignableScopes: list,
    description: "scalar",
    permissions: { itemsOf: { properties: permission } },
    roleName: "scalar",
    roleType: "scalar",
  },
  id: (inputs) =>
    `/${asString(inputs.scope).replace(/^\/|\/$/g, "")}/providers/Microsoft.Authorization/roleDefinitions/` +
    asString(inputs.roleDefinitionId),
  response: {
    ...audit,
    permissions: { itemsOf: { properties: { ...permission, condition: "scalar", conditionVersion: "scalar" } } },
  },
  body: (body) => ({ properties: toArm(asObject(body.properties)) }),
});

/** `authorization.RoleDefinition`. What Pulumi calls `roleType` is `type` in ARM's `properties`. */
export const roleDefinition: ResourceType = {
  ...ordinary,
  outputs: (answer, inputs) => {
    const roleType = asObject(answer.properties).type;
    return { ...ordinary.outputs(answer, inputs), roleType };
  },
};

function toArm(properties: JsonObject): JsonObject {
  const { roleType, ...others } = properties;
  return roleType === undefined ? others : { ...others, type: roleType };
}
