import { isUnknown, findVault } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const authorizationModel: Rule = {
  id: "authorization-model",
  sentence: "A vault sets its authorization model explicitly, and its grants use that model.",
  fault: "A vault leaves its authorization model to a default, or a grant uses the other model.",
  level: "mandatory",
  levelReason: "Grants in the other model have no effect, and a model that is not set depends on an API version.",
  reason:
    "The default changed from access policies to RBAC between API versions, and grants in the other model have no effect.",
  remediation:
    "Set enableRbacAuthorization, and grant by roles where it is true and by access policies where it is false.",
  reference: "https://learn.microsoft.com/azure/key-vault/general/rbac-migration",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    for (const { urn, properties, authorizationModel } of model.vaults) {
      if (isUnknown(properties.enableRbacAuthorization))
        report.undecided({ urn, path: "properties.enableRbacAuthorization" });
      else if (authorizationModel === undefined) {
        report.finding({
          urn,
          path: "properties.enableRbacAuthorization",
          message: "enableRbacAuthorization is not set.",
        });
      }
    }
    for (const { urn, scope, gives, paths } of model.grants) {
      if (scope.kind !== "vault" && scope.kind !== "secret") continue;
      const vault = findVault(model.vaults, scope.vault);
      if (vault?.authorizationModel === "rbac" && gives.kind === "accessPolicy") {
        report.finding({
          urn,
          path: paths.rights,
          message: "An access policy has no effect on a vault that uses RBAC.",
        });
      }
      const isOnSecrets = gives.kind === "role" && gives.role.known && gives.role.permissions.length > 0;
      if (vault?.authorizationModel === "accessPolicy" && isOnSecrets) {
        report.finding({
          urn,
          path: paths.rights,
          message: "A role has no effect on a vault that uses access policies.",
        });
      }
    }
  },
};
