import type { Actions, ParameterDeclaration } from "../../definition";
import { secured } from "../../definition";
import { codeOf, failRun, fitsAnswer, fitsText, type Cause } from "../../definition/building";

/** Codes with which a run can end because of its vault or the connector's relay; docs/troubleshooting.md explains each. */
export const vaultFailureCodes = [
  "VaultForbidden",
  "VaultFirewall",
  "VaultThrottled",
  "VaultConflict",
  "VaultRefused",
  "VaultUnavailable",
  "SecretNameNotAllowed",
  "RelayRefused",
] as const;

type VaultFailureCode = (typeof vaultFailureCodes)[number];

/** Name of the workflow parameter that holds the table of {@link vaultFailures}. */
export const vaultFailuresParameter = "vaultFailures";

/**
 * Causes of a failed call of the vault, by status, and by the error code where one status has several. The relay, which
 * the connector calls, also rejects requests itself. https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
 */
const vaultFailures = [
  { answer: "400", text: "*", code: "VaultRefused" },
  { answer: "401", text: '"DirectApi', code: "RelayRefused" },
  { answer: "401", text: "*", code: "VaultForbidden" },
  { answer: "403", text: '"SecretNameNotAllowed"', code: "SecretNameNotAllowed" },
  { answer: "403", text: '"ForbiddenByFirewall"', code: "VaultFirewall" },
  { answer: "403", text: "*", code: "VaultForbidden" },
  { answer: "409", text: "*", code: "VaultConflict" },
  { answer: "429", text: "*", code: "VaultThrottled" },
  { answer: "*", text: "*", code: "VaultUnavailable" },
] as const satisfies readonly (Cause & { readonly code: VaultFailureCode })[];

/** The declaration of the parameter that {@link failOnVaultError} reads. */
export const vaultFailuresDeclaration: Readonly<Record<string, ParameterDeclaration>> = {
  [vaultFailuresParameter]: { type: "Array", defaultValue: vaultFailures },
};

/** Name of the action that ends the run if the given one fails. */
export function failureOf(action: string): string {
  return `${action}_failed`;
}

/**
 * Actions that end the run if a call of the vault fails, with the code of its cause.
 *
 * @param call.does what the action does, as in "does not read the client secret"
 * @param call.notFound code for status 404. @default VaultUnavailable: the vault itself was not found
 */
export function failOnVaultError(action: string, call: { readonly does: string; readonly notFound?: string }): Actions {
  const cause = `${action}_cause`;
  const status = `outputs('${action}')?['statusCode']`;
  const code = codeOf(cause);
  return {
    [cause]: {
      type: "Query",
      description: `Finds the cause in the table ${vaultFailuresParameter}, by the status and the error code of the answer.`,
      runAfter: { [action]: ["Failed", "TimedOut"] },
      inputs: {
        from: `@parameters('${vaultFailuresParameter}')`,
        where: `@and(${fitsAnswer([`string(coalesce(${status}, ''))`])}, ${fitsText(`string(coalesce(body('${action}'), ''))`)})`,
      },
      runtimeConfiguration: secured,
    },
    [failureOf(action)]: failRun({
      description: `Ends the run if it ${call.does}. The code is the cause.`,
      code:
        call.notFound === undefined
          ? `@${code}`
          : `@if(equals(coalesce(${status}, 0), 404), '${call.notFound}', ${code})`,
      message:
        `The run ${call.does}: ${action} failed. The code says why, and docs/troubleshooting.md what to do. A token ` +
        "that was stored before is still there.",
      runAfter: { [cause]: ["Succeeded"] },
    }),
  };
}
