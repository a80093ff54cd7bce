import { asObject } from "../../definition/json";
import { refreshIsDueAction } from "../../workflows/refresh/stored-token";
import { readSecret } from "../azure/read-secret";
import type { Vault } from "../azure/read-vault";
import type { CheckResult } from "../check-result";
import { attempt } from "../checks/attempt";
import { checkNewVersion } from "../checks/new-version";
import { readRecurrence } from "../checks/read-recurrence";
import { refreshNow, type RefreshNow } from "../checks/refresh-now";
import { explainFailure } from "../checks/run-failure";
import type { DeployedRefresh } from "../stack/deployed-stack";
import { failedGrants, type InspectedWorkflow } from "./inspect-workflow";

/**
 * Runs a refresh now, and checks that it stored a new version of its secret.
 *
 * @param relay the workflow that writes for the refresh, where there is one
 */
export async function verifyRefresh(
  options: RefreshNow,
  vault: Vault,
  refresh: DeployedRefresh,
  inspected: InspectedWorkflow,
  relay: InspectedWorkflow | undefined,
): Promise<readonly CheckResult[]> {
  const { azure } = options;
  const { secretName } = refresh;
  const recurrence = readRecurrence(inspected.workflow, "refresh");
  if ("failure" in recurrence) return [recurrence.failure];
  const earlier = await attempt("new version", secretName, () => readSecret(azure, vault.id, secretName));
  if ("failure" in earlier) return [earlier.failure];
  const callers = [inspected, ...(relay === undefined ? [] : [relay])];
  const ended = await refreshNow(options, {
    ...refresh,
    triggerName: recurrence.triggerName,
    explain: (code) =>
      explainFailure(code, {
        secretName,
        credentialNames: inspected.grants.read,
        failedGrants: callers.flatMap(failedGrants),
        youngestGrantMinutes: youngestGrantMinutes(callers, azure.now()),
        firewall: vault.firewall,
        outgoingAddresses: callers.flatMap(({ workflow }) => workflow.outgoingAddresses),
      }),
  });
  if (ended.status !== "passed") return [ended];
  const { intervalMinutes } = recurrence;
  const secret = {
    vaultId: vault.id,
    secretName,
    before: earlier.value,
    intervalMinutes,
    skipsWhileFresh: skipsWhileFresh(inspected.workflow.definition),
  };
  const version = await attempt("new version", secretName, () => checkNewVersion(azure, secret));
  return [ended, "failure" in version ? version.failure : version.value];
}

/** Reads from a refresh's definition that a run does nothing unless the stored token is due. */
function skipsWhileFresh(definition: unknown): boolean {
  return Object.hasOwn(asObject(asObject(definition).actions), refreshIsDueAction);
}

function youngestGrantMinutes(callers: readonly InspectedWorkflow[], now: Date): number | undefined {
  const ages = callers.flatMap(({ grants: { youngest } }) =>
    youngest === undefined ? [] : [Math.max(0, now.getTime() - youngest.getTime()) / 60_000],
  );
  return ages.length === 0 ? undefined : Math.min(...ages);
}
