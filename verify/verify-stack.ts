import { readSecret } from "./azure/read-secret";
import { readVault, type Vault } from "./azure/read-vault";
import { readWorkflow, type Workflow } from "./azure/read-workflow";
import { noted, type CheckResult } from "./check-result";
import { checkAlertRules } from "./checks/alert-rules";
import { checkConnection } from "./checks/connection-status";
import { orRefusal } from "./checks/explain-refusal";
import { checkGrants, type GrantCheck } from "./checks/grants";
import { checkNewVersion } from "./checks/new-version";
import { recurrenceOf } from "./checks/recurrence";
import { refreshNow, type RefreshNow } from "./checks/refresh-now";
import { explainFailure } from "./checks/run-failure";
import { checkVaultModel } from "./checks/vault-model";
import type { DeployedRefresh, DeployedStack, DeployedWorkflow } from "./stack/deployed-stack";

/**
 * Verifies a deployed stack: what is there, and that each refresh works, by running it.
 *
 * @throws {NotLoggedInError} where there is no usable login to Azure
 */
export async function verifyStack(stack: DeployedStack, options: RefreshNow): Promise<readonly CheckResult[]> {
  const { azure, progress } = options;
  progress(`Looking at stack '${stack.name}'`);
  const vaultName = stack.vaultId.slice(stack.vaultId.lastIndexOf("/") + 1);
  const got = await orRefusal("vault", vaultName, () => readVault(azure, stack.vaultId));
  if ("refused" in got) return [got.refused];
  const vault = got.done;
  const { connector } = stack;
  const connection =
    connector === undefined
      ? { done: noted("connection", "stack", "has no connector") }
      : await orRefusal("connection", connector.relay.name, () => checkConnection(azure, connector.connectionId));
  const relay = connector === undefined ? undefined : await lookAt(options, stack, vault, connector.relay);
  const results: CheckResult[] = [
    checkVaultModel(vault, stack.vaultModel),
    "refused" in connection ? connection.refused : connection.done,
    ...(relay?.results ?? []),
  ];
  for (const refresh of stack.refreshes) results.push(...(await verifyRefresh(options, stack, vault, refresh, relay)));
  return [...results, ...(await checkAlertRules(azure, stack.alertRuleIds))];
}

/** A Logic App as it was found. */
interface Found {
  readonly results: readonly CheckResult[];
  /** Absent where Azure did not show it. */
  readonly app?: { readonly workflow: Workflow; readonly grants: GrantCheck };
}

async function lookAt(
  { azure }: RefreshNow,
  stack: DeployedStack,
  vault: Vault,
  { id, name }: DeployedWorkflow,
): Promise<Found> {
  const got = await orRefusal("grants", name, async () => {
    const workflow = await readWorkflow(azure, id);
    return { workflow, grants: await checkGrants(azure, stack, vault, workflow) };
  });
  return "refused" in got ? { results: [got.refused] } : { results: got.done.grants.results, app: got.done };
}

async function verifyRefresh(
  options: RefreshNow,
  stack: DeployedStack,
  vault: Vault,
  refresh: DeployedRefresh,
  relay: Found | undefined,
): Promise<readonly CheckResult[]> {
  const { azure, clock } = options;
  const { secretName } = refresh;
  const { results, app } = await lookAt(options, stack, vault, refresh);
  if (app === undefined) return results;
  const recurrence = recurrenceOf(app.workflow);
  if ("failure" in recurrence) return [...results, recurrence.failure];
  const earlier = await orRefusal("new version", secretName, () => readSecret(azure, vault.id, secretName));
  if ("refused" in earlier) return [...results, earlier.refused];
  const callers = [app, ...(relay?.app === undefined ? [] : [relay.app])];
  const ended = await refreshNow(options, {
    ...refresh,
    triggerName: recurrence.triggerName,
    explain: (code) =>
      explainFailure(code, {
        secretName,
        credentialNames: app.grants.read,
        youngestGrantMinutes: youngestGrantMinutes(callers, clock.now()),
        firewall: vault.firewall,
        outgoingAddresses: callers.flatMap(({ workflow }) => workflow.outgoingAddresses),
      }),
  });
  if (ended.status !== "passed") return [...results, ended];
  const { intervalMinutes } = recurrence;
  const secret = { vaultId: vault.id, secretName, before: earlier.done, intervalMinutes };
  const version = await orRefusal("new version", secretName, () => checkNewVersion(azure, secret, clock.now()));
  return [...results, ended, "refused" in version ? version.refused : version.done];
}

function youngestGrantMinutes(callers: readonly { readonly grants: GrantCheck }[], now: Date): number | undefined {
  const ages = callers.flatMap(({ grants: { youngest } }) =>
    youngest === undefined ? [] : [(now.getTime() - youngest.getTime()) / 60_000],
  );
  return ages.length === 0 ? undefined : Math.min(...ages);
}
