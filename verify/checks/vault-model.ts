import { failed, passed, type CheckResult } from "../check-result";
import type { Vault, VaultModel } from "../azure/read-vault";

const modelNames = { rbac: "Azure RBAC", accessPolicy: "access policies" } as const;

/** Whether the vault decides as the stack's grants need it: grants of the other model mean nothing to it. */
export function checkVaultModel(vault: Pick<Vault, "name" | "model">, declared: VaultModel): CheckResult {
  const [is, said] = [modelNames[vault.model], modelNames[declared]];
  const finding = { check: "vault model", subject: vault.name, seen: is };
  if (vault.model === declared) return passed(finding.check, finding.subject, is);
  return failed(
    { ...finding, seen: `${is}, where the stack says ${said}` },
    {
      cause: "Somebody switched the vault's permission model, or authorizationModel does not tell what the vault has.",
      fix: `Set authorizationModel to ${vault.model}, or switch the vault back to ${said}; then run 'pulumi up'.`,
    },
  );
}
