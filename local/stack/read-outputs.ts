import { asObject, asString } from "../../definition/json";
import type { Settings } from "../../settings";
import type { Deployment } from "../deployment";
import type { DeployedConnector, DeployedRefresh, DeployedWorkflow, LocalStack } from "./local-stack";

/** Reads the vault, the workflows and the connector from the stack's outputs. */
export function readOutputs(
  { outputs }: Pick<Deployment, "outputs">,
  tokens: Settings["tokens"],
): Pick<LocalStack, "vaultName" | "workflows" | "refreshes" | "connector"> {
  const vaultName = new URL(asString(outputs.vaultUri)).hostname.split(".")[0] ?? "";
  const refreshes = tokens.map((token): DeployedRefresh => ({
    ...readWorkflow("refresh", asObject(outputs.refreshWorkflows)[token.secretName]),
    token,
  }));
  if (outputs.connectorId === undefined) return { vaultName, workflows: refreshes, refreshes };
  const relay = readWorkflow("relay", outputs.relay);
  const connector = { ...(outputs as unknown as DeployedConnector), relay };
  return { vaultName, workflows: [...refreshes, relay], refreshes, connector };
}

function readWorkflow<Role extends DeployedWorkflow["role"]>(
  role: Role,
  output: unknown,
): DeployedWorkflow & { readonly role: Role } {
  const { id, name, principalId } = asObject(output);
  return { role, id: asString(id), name: asString(name), principalId: asString(principalId) };
}
