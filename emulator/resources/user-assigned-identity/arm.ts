import { randomUUID } from "node:crypto";
import { asObject, asString } from "../../../definition/json";
import type { ResourceProvider, ArmServices } from "../resource-provider";

/** Microsoft.ManagedIdentity/userAssignedIdentities: each comes with a service principal. */
export function userAssignedIdentities({ principals, tenantId }: ArmServices): ResourceProvider {
  return {
    type: "Microsoft.ManagedIdentity/userAssignedIdentities",
    located: true,
    put: ({ body, existing }) => {
      const { principalId = randomUUID(), clientId = randomUUID() } = asObject(existing?.answer.properties);
      principals.add(asString(principalId));
      return { ...body, properties: { tenantId, principalId, clientId } };
    },
    remove: ({ answer }) => {
      principals.delete(asString(asObject(answer.properties).principalId));
    },
  };
}
