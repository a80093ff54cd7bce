import { findBuiltInRole } from "../../../azure";
import { ArmError } from "../errors";
import type { View } from "../arm-operation";
import { behaviours } from "./behaviours";

const type = "Microsoft.Authorization/roleDefinitions";

/**
 * A role, custom or built in. https://learn.microsoft.com/rest/api/authorization/role-definitions/get
 *
 * A built-in role shows only its permissions on secrets, which are all that azure/built-in-roles.json has.
 */
export const roleDefinitionView: View = {
  path: /^(\/subscriptions\/.+)\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i,
  type,
  parameters: [],
  show: ([id = "", , name = ""], _, { store }) => {
    const custom = store.get(id);
    if (custom !== undefined) return { id: custom.id, name: custom.name, type, ...custom.answer };
    const role = findBuiltInRole(name);
    if (role === undefined) {
      throw new ArmError(behaviours.notFound, `The specified role definition '${id}' does not exist.`);
    }
    const permissions = [{ actions: [], notActions: [], dataActions: role.dataActions, notDataActions: [] }];
    const properties = { roleName: role.name, type: "BuiltInRole", permissions, assignableScopes: ["/"] };
    return { id, name, type, properties };
  },
};
