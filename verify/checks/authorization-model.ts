import { failed, passed, type CheckResult } from "../check-result";
import type { AuthorizationModel } from "../../azure";
import type { Vault } from "../azure/read-vault";
import { upWithRefresh } from "../pulumi-commands";

const modelNames = { rbac: "Azure RBAC", accessPolicy: "access policies" } as const;

/** Checks that the vault uses the authorization model of the stack's grants: it ignores grants of the other model. */
export function checkAuthorizationModel(
  vault: Pick<Vault, "name" | "model">,
  declared: AuthorizationModel,
): CheckResult {
  const [is, declaredName] = [modelNames[vault.model], modelNames[declared]];
  const finding = { check: "vault model", subject: vault.name, seen: is };
  if (vault.model === declared) return passed(finding.check, finding.subject, is);
  return failed(
    { ...finding, seen: `${is}, where the stack says ${declaredName}` },
    {
      cause:
        "The vault's permission model was changed outside Pulumi, or authorizationModel does not match an existing vault.",
      fix:
        `Set authorizationModel to ${vault.model} and run 'npx pulumi up'; or let the vault decide by ${declaredName} again: ` +
        `'${upWithRefresh}' sets a vault of the stack back, and a vault of vaultId has to be set by its owner.`,
    },
  );
}
