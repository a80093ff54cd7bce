import { failed, passed, type CheckResult } from "../check-result";
import type { AuthorizationModel } from "../../azure";
import type { Vault } from "../azure/read-vault";
import { upWithRefresh } from "../pulumi-commands";

const modelNames = { rbac: "Azure RBAC", accessPolicy: "access policies" } as const;

/** Whether the vault decides as the stack's grants need it: grants of the other model mean nothing to it. */
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
      cause: "Somebody switched the vault's permission model, or authorizationModel does not tell what the vault has.",
      fix:
        `Set authorizationModel to ${vault.model} and run 'npx pulumi up'; or let the vault decide by ${declaredName} again: ` +
        `'${upWithRefresh}' sets a vault of the stack back, and a vault of vaultId has to be set by its owner.`,
    },
  );
}
