import { asObject, asString } from "../../../definition/json";
import { ArmError } from "../errors";
import { covers } from "../../../azure";
import type { View } from "../arm-operation";
import { behaviours } from "./behaviours";

const type = "Microsoft.Authorization/roleAssignments";

/**
 * The role assignments of one principal at, above or below a scope.
 * https://learn.microsoft.com/rest/api/authorization/role-assignments/list-for-scope
 */
export const roleAssignmentsView: View = {
  path: /^(\/subscriptions\/.+)\/providers\/Microsoft\.Authorization\/roleAssignments$/i,
  type,
  parameters: ["$filter"],
  show: ([, scope = ""], query, { store }) => {
    const filter = query.get("$filter") ?? "";
    const principalId = /^principalId eq '([0-9a-f-]+)'$/i.exec(filter)?.[1];
    if (principalId === undefined) {
      const message = `The emulator lists role assignments by "principalId eq '…'" only, not by "${filter}".`;
      throw new ArmError(behaviours.filterNotServed, message);
    }
    const value = store.all(type).flatMap(({ id, name, answer }) => {
      const properties = asObject(answer.properties);
      const at = asString(properties.scope);
      const near = covers(at, scope) || covers(scope, at);
      const held = asString(properties.principalId).toLowerCase() === principalId.toLowerCase();
      return near && held ? [{ id, type, name, properties }] : [];
    });
    return { value };
  },
};
