import { ResourceManagerError } from "../azure/resource-manager";
import { failed, type CheckResult, type Remedy } from "../check-result";
import { upWithRefresh } from "../pulumi-commands";

/**
 * Does a check; a refusal of Azure Resource Manager becomes its failure, with what to do about it.
 *
 * @throws whatever else goes wrong
 */
export async function orRefusal<T>(
  check: string,
  subject: string,
  doIt: () => Promise<T>,
): Promise<{ readonly done: T } | { readonly refused: CheckResult }> {
  try {
    return { done: await doIt() };
  } catch (error) {
    if (!(error instanceof ResourceManagerError)) throw error;
    const seen = `Azure answered ${error.status} ${error.code} to ${error.request}`;
    return { refused: failed({ check, subject, seen }, remedyOf(error)) };
  }
}

function remedyOf({ status, reason }: ResourceManagerError): Remedy {
  if (status === 403) {
    return {
      cause: "Whoever runs this may not ask that of Azure.",
      fix: "Give them Reader and Logic App Operator on the stack's resource group, and Reader at the vault.",
    };
  }
  if (status === 404) {
    return {
      cause: "The resource was deleted outside Pulumi, or the login sees another subscription.",
      fix: `Run '${upWithRefresh}', which makes it again; or log in to the stack's subscription.`,
    };
  }
  return { cause: reason === "" ? "Azure gave no reason." : reason, fix: "Run this again in a minute." };
}
