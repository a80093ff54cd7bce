import { asObject, asString } from "../../definition/json";
import type { Settings } from "../../settings";
import type { Deployment } from "../deployment";
import type { DeployedConnector, DeployedConsumer, DeployedRefresh, DeployedWorkflow, LocalStack } from "./local-stack";
import type { ServedOrg } from "./salesforce/serve-orgs";

/**
 * Reads the vault, the workflows and the connector from the stack's outputs.
 *
 * @param orgs orgs by the name of the consumer that upserts into them
 */
export function readOutputs(
  { outputs }: Pick<Deployment, "outputs">,
  { tokens, consumers: settings }: Pick<Settings, "tokens" | "consumers">,
  orgs: ReadonlyMap<string, ServedOrg>,
): Pick<LocalStack, "vaultName" | "workflows" | "refreshes" | "consumers" | "connector"> {
  const vaultName = new URL(asString(outputs.vaultUri)).hostname.split(".")[0] ?? "";
  const refreshes = tokens.map((token): DeployedRefresh => ({
    ...readWorkflow("refresh", asObject(outputs.refreshWorkflows)[token.secretName]),
    token,
  }));
  const consumers = settings.map((consumer): DeployedConsumer => {
    const { topicId, name } = consumer.subscription;
    const org = orgs.get(consumer.name);
    return {
      ...readWorkflow("consumer", asObject(outputs.consumerWorkflows)[consumer.name]),
      consumer,
      subscriptionId: `${topicId}/subscriptions/${name}`,
      ...(org === undefined ? {} : { org }),
    };
  });
  const scheduled = [...refreshes, ...consumers];
  if (outputs.connectorId === undefined) return { vaultName, workflows: scheduled, refreshes, consumers };
  const relay = readWorkflow("relay", outputs.relay);
  const connector = { ...(outputs as unknown as DeployedConnector), relay };
  return { vaultName, workflows: [...scheduled, relay], refreshes, consumers, connector };
}

function readWorkflow<Role extends DeployedWorkflow["role"]>(
  role: Role,
  output: unknown,
): DeployedWorkflow & { readonly role: Role } {
  const { id, name, principalId } = asObject(output);
  return { role, id: asString(id), name: asString(name), principalId: asString(principalId) };
}
