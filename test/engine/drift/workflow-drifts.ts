import { asObject } from "../../../definition/json";
import type { Combination } from "../expected-resources";
import { changeBody, deleteResource, type Drift } from "./drift";

const relayWorkflow = "logic:Workflow set-secret-relay";
const refreshWorkflow = "logic:Workflow refresh-crm-token";
const takenOver = "a refresh takes over what differs in Azure, and the `up` after it puts the program's inputs there";

const grants = {
  rbac: {
    relay: "authorization:RoleAssignment set-secret-relay-set-crm-token: principalId (replaced for principalId)",
    refresh:
      "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret: principalId (replaced for principalId)",
  },
  accessPolicy: {
    relay: "keyvault:AccessPolicy set-secret-relay: policy (replaced for policy.objectId)",
    refresh: "keyvault:AccessPolicy refresh-crm-token: policy (replaced for policy.objectId)",
  },
};

/** The relay, whose callback URL the program asks for. */
export function relay(model: Combination["authorizationModel"]): Drift {
  return {
    change: "relay Logic App deleted",
    resource: relayWorkflow,
    apply: deleteResource,
    commands: [
      ["refresh", [`delete ${relayWorkflow}`]],
      [
        "up",
        [
          `create ${relayWorkflow}`,
          `replace ${grants[model].relay}`,
          "update web:CustomApi set-secret: properties",
          "update web:Connection set-secret: properties",
        ],
      ],
    ],
    inferredFrom: "only a refresh finds what is gone",
  };
}

/** The refresh Logic App, which nothing asks. */
export function refresh(model: Combination["authorizationModel"]): Drift {
  return {
    change: "refresh Logic App deleted",
    resource: refreshWorkflow,
    apply: deleteResource,
    commands: [
      ["up", []],
      [
        "up --refresh",
        [
          `create ${refreshWorkflow}`,
          `replace ${grants[model].refresh}`,
          "update monitor:MetricAlert refresh-crm-token-failed: scopes",
          "update monitor:MetricAlert refresh-crm-token-silent: scopes",
        ],
      ],
    ],
    inferredFrom: "only a refresh finds what is gone; the new identity and ID replace and update what names them",
  };
}

export const connection: Drift = {
  change: "connection deleted",
  resource: "web:Connection set-secret",
  apply: deleteResource,
  commands: [
    ["up", []],
    ["up --refresh", ["create web:Connection set-secret", `update ${refreshWorkflow}: parameters`]],
  ],
  inferredFrom: "only a refresh finds what is gone; the new connection has another generated name",
};

export const tags: Drift = {
  change: "tag of a Logic App changed",
  resource: refreshWorkflow,
  apply: changeBody((body) => ({ ...body, tags: { ...asObject(body.tags), owner: "somebody" } })),
  commands: [
    ["up", []],
    ["up --refresh", [`update ${refreshWorkflow}: tags`]],
  ],
  inferredFrom: takenOver,
};

export const disabled: Drift = {
  change: "refresh Logic App disabled",
  resource: refreshWorkflow,
  apply: changeBody((body) => ({ ...body, properties: { ...asObject(body.properties), state: "Disabled" } })),
  commands: [
    ["up", []],
    ["up --refresh", [`update ${refreshWorkflow}: state`]],
  ],
  inferredFrom: takenOver,
};

export const allowedNames: Drift = {
  change: "name added to the relay's allowlist",
  resource: relayWorkflow,
  apply: changeBody((body) => {
    const properties = asObject(body.properties);
    const allowedSecretNames = { type: "Array", value: ["crm-token", "other-token"] };
    return {
      ...body,
      properties: { ...properties, parameters: { ...asObject(properties.parameters), allowedSecretNames } },
    };
  }),
  commands: [
    ["up", []],
    ["up --refresh", [`update ${relayWorkflow}: parameters`]],
  ],
  inferredFrom: takenOver,
};
