import { ResourceManagerError } from "../azure/arm-client";
import { failed, type CheckResult, type Remedy } from "../check-result";
import { upWithRefresh } from "../pulumi-commands";

/**
 * Runs a check, and turns an error response of Azure Resource Manager into a failure with its remedy.
 *
 * @throws every other error
 */
export async function attempt<T>(
  check: string,
  subject: string,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: CheckResult }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof ResourceManagerError)) throw error;
    const seen = `Azure answered ${error.status} ${error.code} to ${error.request}`;
    return { failure: failed({ check, subject, seen }, explainRefusal(error)) };
  }
}

function explainRefusal({ status, reason }: ResourceManagerError): Remedy {
  if (status === 403) {
    return {
      cause: "The login lacks the permission for this request.",
      fix: "Grant it Reader and Logic App Operator on the stack's resource group, and Reader at the vault and at consumers' topics.",
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
