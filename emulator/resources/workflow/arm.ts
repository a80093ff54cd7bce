import { createHash, randomUUID } from "node:crypto";
import { asObject, asString, withoutKey, type JsonObject } from "../../../definition/json";
import type { WorkflowResource } from "../../logic-apps";
import { ArmError } from "../errors";
import type { PutRequest, ResourceProvider, ArmServices } from "../resource-provider";
import { behaviours } from "./behaviours";
import { byDefault } from "../../provenance";

/** Microsoft.Logic/workflows: hands definitions to the Logic Apps runtime and gives them their identities. */
export function workflows(services: ArmServices): ResourceProvider {
  const { clock, logicApps, principals } = services;
  return {
    type: "Microsoft.Logic/workflows",
    located: true,
    put: (request) => {
      const { target, body, existing } = request;
      const given = asObject(body.properties);
      const identity = identityOf(request, services);
      const parameters = asObject(given.parameters);
      runOn(logicApps, {
        id: target.id,
        name: target.name,
        location: asString(body.location),
        state: given.state === "Disabled" ? "Disabled" : "Enabled",
        definition: given.definition,
        parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, asObject(value)])),
        identity: identitiesForRuntime(identity),
      });
      const now = clock.now().toISOString();
      const properties: JsonObject = {
        ...given,
        state: given.state ?? byDefault(behaviours.state),
        parameters: withoutSecureValues(given.definition, parameters),
        provisioningState: "Succeeded",
        createdTime: asObject(existing?.answer.properties).createdTime ?? now,
        changedTime: now,
        version: createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 20),
        sku: { name: "Consumption" },
        ...accessEndpointOf(logicApps, target.id, given.definition),
      };
      return { ...body, ...(identity === undefined ? {} : { identity }), properties };
    },
    remove: ({ id, answer }) => {
      logicApps.deleteWorkflow(id);
      const { principalId } = asObject(answer.identity);
      if (principalId !== undefined) principals.delete(asString(principalId));
    },
  };
}

/** @throws {ArmError} InvalidTemplate, with what the runtime has against the definition */
function runOn(logicApps: ArmServices["logicApps"], workflow: WorkflowResource): void {
  try {
    logicApps.putWorkflow(workflow);
  } catch (error) {
    if (error instanceof Error && error.name === "WorkflowRefusedError") {
      throw new ArmError(behaviours.refused, error.message);
    }
    throw error;
  }
}

/** The workflow's address, where it has a trigger that is called: the runtime tells it with the callback URL. */
function accessEndpointOf(logicApps: ArmServices["logicApps"], id: string, definition: unknown): JsonObject {
  const triggers = Object.entries(asObject(asObject(definition).triggers));
  const called = triggers.find(([, trigger]) => asObject(trigger).type === "Request");
  if (called === undefined) return {};
  const { basePath } = logicApps.callbackUrl(id, called[0]);
  return { accessEndpoint: basePath.slice(0, basePath.indexOf("/triggers/")) };
}

function identityOf({ body, existing }: PutRequest, services: ArmServices): JsonObject | undefined {
  const { principals, store, tenantId } = services;
  if (body.identity === undefined) return undefined;
  const { type, userAssignedIdentities } = asObject(body.identity);
  const kinds = asString(type)
    .split(",")
    .map((kind) => kind.trim());
  const unknown = kinds.find((kind) => !["None", "SystemAssigned", "UserAssigned"].includes(kind));
  if (unknown !== undefined) {
    throw new ArmError(
      behaviours.unknownIdentityType,
      `The identity type '${unknown}' is not SystemAssigned or UserAssigned.`,
    );
  }
  const assigned = Object.keys(asObject(userAssignedIdentities)).map((id): [string, unknown] => {
    const found = store.get(id);
    if (found === undefined || !/\/userAssignedIdentities\/[^/]+$/i.test(id)) {
      const message = `The user-assigned identity '${id}' of the workflow was not found.`;
      throw new ArmError(behaviours.identityNotFound, message);
    }
    const { principalId, clientId } = asObject(found.answer.properties);
    return [id, { principalId, clientId }];
  });
  const users = assigned.length === 0 ? {} : { userAssignedIdentities: Object.fromEntries(assigned) };
  if (!kinds.includes("SystemAssigned")) return { type, ...users };
  const principalId = asString(asObject(existing?.answer.identity).principalId) || randomUUID();
  principals.add(principalId);
  return { type, principalId, tenantId, ...users };
}

function identitiesForRuntime(identity: JsonObject = {}): WorkflowResource["identity"] {
  const userAssigned = Object.entries(asObject(identity.userAssignedIdentities)).map(([id, found]) => [
    id.toLowerCase(),
    asString(asObject(found).principalId),
  ]);
  const systemAssigned = identity.principalId === undefined ? {} : { systemAssigned: asString(identity.principalId) };
  return { ...systemAssigned, userAssigned: Object.fromEntries(userAssigned) as Readonly<Record<string, string>> };
}

/** ARM takes the value of a secure parameter and never gives it back. */
function withoutSecureValues(definition: unknown, parameters: JsonObject): JsonObject {
  const declared = asObject(asObject(definition).parameters);
  const visible = Object.entries(parameters).map(([name, parameter]) => {
    const secure = /^secure/i.test(asString(asObject(declared[name]).type));
    return [name, secure ? withoutKey(asObject(parameter), "value") : parameter];
  });
  return Object.fromEntries(visible) as JsonObject;
}
