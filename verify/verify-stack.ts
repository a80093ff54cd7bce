import { readVault } from "./azure/read-vault";
import { noted, type CheckResult } from "./check-result";
import { checkAlertRules } from "./checks/alert-rules";
import { attempt } from "./checks/attempt";
import { checkAuthorizationModel } from "./checks/authorization-model";
import { checkConnection } from "./checks/connection-status";
import type { RefreshNow } from "./checks/refresh-now";
import type { DeployedStack } from "./stack/deployed-stack";
import { inspectWorkflow, type InspectedWorkflow } from "./workflows/inspect-workflow";
import { verifyConsumer } from "./workflows/verify-consumer";
import { verifyRefresh } from "./workflows/verify-refresh";

/**
 * Verifies a deployed stack: its resources and grants, each refresh by running it, and each consumer by its last runs.
 *
 * @throws {NotLoggedInError} without a usable login to Azure
 */
export async function verifyStack(stack: DeployedStack, options: RefreshNow): Promise<readonly CheckResult[]> {
  const { azure, progress } = options;
  progress(`Verifying stack '${stack.name}'`);
  const vaultName = stack.vaultId.slice(stack.vaultId.lastIndexOf("/") + 1);
  const got = await attempt("vault", vaultName, () => readVault(azure, stack.vaultId));
  if ("failure" in got) return [got.failure];
  const vault = got.value;
  const results: CheckResult[] = [
    checkAuthorizationModel(vault, stack.authorizationModel),
    await verifyConnection(options, stack),
  ];
  let relay: InspectedWorkflow | undefined;
  for (const workflow of stack.workflows) {
    const { results: inspection, inspected } = await inspectWorkflow(azure, stack, vault, workflow);
    results.push(...inspection);
    if (inspected === undefined) continue;
    switch (workflow.role) {
      case "relay":
        relay = inspected;
        break;
      case "refresh":
        results.push(...(await verifyRefresh(options, vault, workflow, inspected, relay)));
        break;
      case "consumer":
        results.push(...(await verifyConsumer(azure, stack, vault, workflow, inspected)));
    }
  }
  return [...results, ...(await checkAlertRules(azure, stack.alertRuleIds))];
}

async function verifyConnection(
  { azure }: Pick<RefreshNow, "azure">,
  { connectionId, workflows }: DeployedStack,
): Promise<CheckResult> {
  if (connectionId === undefined) return noted("connection", "stack", "has no connector");
  const subject = workflows.find(({ role }) => role === "relay")?.name ?? connectionId;
  const got = await attempt("connection", subject, () => checkConnection(azure, connectionId));
  return "failure" in got ? got.failure : got.value;
}
