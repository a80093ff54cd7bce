import type { Run } from "../../emulator/logic-apps";
import { ServiceBusError } from "../../emulator/service-bus";
import type { DeployedConsumer, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { unlessDeleted } from "./unless-deleted";

/** Describes a run that has ended in one line: what it cost, and what it has left in the vault or in the subscription. */
export function describeRun(stack: LocalStack, workflow: DeployedRefresh | DeployedConsumer, run: Run): string {
  const code = run.error === undefined ? "" : ` ${run.error.code}`;
  const cost = stack.azure.logicApps.billableActions(run);
  const left = workflow.role === "refresh" ? describeToken(stack, workflow) : describeMessages(stack, workflow);
  return `${workflow.name}: ${run.status}${code}, ${cost} billable actions, ${left}`;
}

function describeToken({ azure, vaultName }: LocalStack, { token: { secretName } }: DeployedRefresh): string {
  if (azure.keyVault.isNameTaken(vaultName) !== "live") return "the vault is deleted";
  return `version ${azure.keyVault.versions(vaultName, secretName).length} of ${secretName}`;
}

function describeMessages({ azure }: LocalStack, { subscriptionId }: DeployedConsumer): string {
  const counts = unlessDeleted(ServiceBusError, () => azure.serviceBus.counts(subscriptionId));
  if (counts === undefined) return "the subscription is deleted";
  return `${counts.active} messages waiting, ${counts.deadLettered} dead letters`;
}
