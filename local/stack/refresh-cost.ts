import type { Run } from "../../emulator/logic-apps";
import type { LocalStack } from "./local-stack";

/** Executions that Azure bills for a refresh: those of its own run, and of the relay's runs that it caused. */
export function refreshCost({ azure, connector }: Pick<LocalStack, "azure" | "connector">, run: Run): number {
  const { logicApps } = azure;
  const relayed =
    connector === undefined
      ? []
      : logicApps.runs(connector.relay.id).filter(({ correlationId }) => correlationId === run.correlationId);
  return [run, ...relayed].reduce((sum, each) => sum + logicApps.billableActions(each), 0);
}
