import type { Cloud } from "../../../azure";
import type { Entra } from "../../entra";
import { asObject, asString } from "../../../definition/json";
import { actionFailure, type ActionFailure } from "../errors";
import type { WorkflowResource } from "../workflow-resource";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { byDefault, exercise } from "../../provenance";

/** Authentication types that the runtime has. */
export const authenticationTypes: readonly string[] = ["None", "ManagedServiceIdentity", "Basic", "Raw"];

/** The `Authorization` header of an action's `authentication`; undefined for none. */
export async function authorizationHeader(
  authentication: unknown,
  workflow: WorkflowResource,
  { cloud, entra }: { readonly cloud: Cloud; readonly entra: Entra },
): Promise<{ readonly header?: string; readonly error?: ActionFailure }> {
  const { type, username, password, value, identity, audience } = asObject(authentication);
  switch (type) {
    case "Basic": {
      const credentials = Buffer.from(`${asString(username)}:${asString(password)}`, "utf8");
      return { header: `Basic ${credentials.toString("base64")}` };
    }
    case "Raw":
      return { header: asString(value) };
    case "ManagedServiceIdentity": {
      const principalId = principalOf(workflow, identity);
      if (principalId === undefined) return { error: noIdentity(workflow, identity) };
      const token = await entra.issueToken({ principalId, audience: asString(audience) || defaultAudience(cloud) });
      return { header: `Bearer ${token}` };
    }
    default:
      return {};
  }
}

function defaultAudience({ name, resourceManager }: Cloud): string {
  if (name === "public") return byDefault(behaviours.audience);
  exercise(behaviours.audienceOfCloud);
  return `${resourceManager}/`;
}

function principalOf({ identity }: WorkflowResource, resourceId: unknown): string | undefined {
  if (resourceId === undefined) return identity.systemAssigned;
  const wanted = asString(resourceId).toLowerCase();
  return Object.entries(identity.userAssigned).find(([id]) => id.toLowerCase() === wanted)?.[1];
}

function noIdentity(workflow: WorkflowResource, resourceId: unknown): ActionFailure {
  const which = resourceId === undefined ? "a system-assigned identity" : `the identity '${asString(resourceId)}'`;
  const message = `The workflow '${workflow.name}' does not have ${which}.`;
  return actionFailure(behaviours.identityMissing, message);
}
