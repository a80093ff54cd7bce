import { neededGrants } from "../../../access/permissions";
import type { Need } from "../../model";

/** The smallest grants that suffice, in both models' words. Names of secrets are no secret, and stand in definitions. */
export function describeSmallest(needs: readonly Need[]): string {
  if (needs.length === 0) return "Remove the grant: no workflow of this identity uses the vault.";
  const requirements = needs.map(({ action, permission, dataAction, secretNames }) => ({
    action,
    operation: { name: action, method: "GET" as const, path: "", permission, dataAction },
    vault: { host: "" },
    ...(secretNames === undefined ? {} : { secretNames }),
  }));
  const roles = neededGrants(requirements, "secret").map(
    ({ secretName, dataActions }) =>
      `${dataActions.join(" and ")} at ${secretName === undefined ? "the vault" : `the secret ${secretName}`}`,
  );
  const [policy] = neededGrants(requirements, "vault");
  const shown = roles.length > 5 ? [...roles.slice(0, 5), `${roles.length - 5} more`] : roles;
  return `Sufficient: ${shown.join("; ")}; or an access policy with ${policy?.permissions.join(", ") ?? "nothing"}.`;
}
