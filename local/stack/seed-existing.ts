import type { SecretOperationName } from "../../azure";
import { clouds, defaultApiVersion, secretOperations, serviceBusDataActions } from "../../azure";
import type { ConsumedSubscription, Settings } from "../../settings";
import type { Azure } from "../../emulator";

/** Creates the existing resources that the settings refer to: a resource group, a vault, role definitions, an action
 * group, a workspace, topics, subscriptions. */
export async function seedExisting(azure: Azure, settings: Settings): Promise<void> {
  const { resourceGroup, vault, authorizationModel, existingRoleIds = {} } = settings;
  if (resourceGroup.kind === "existing") {
    azure.arm.seedResourceGroup(resourceGroup.id, settings.location ?? clouds[settings.cloud].exampleLocation);
  }
  if (vault.kind === "existing") await azure.arm.seedVault(vault.id, authorizationModel);
  for (const { principalId, principalType } of settings.tokens.flatMap((token) => token.refreshOperators)) {
    azure.arm.addPrincipal(principalId, principalType);
  }
  for (const topicId of new Set(settings.consumers.map(({ subscription }) => subscription.topicId))) {
    await azure.arm.seedTopic(topicId);
  }
  for (const { subscription } of settings.consumers) {
    if (subscription.kind === "existing") await seedSubscription(azure, subscription);
  }
  for (const id of [settings.actionGroupId, settings.logAnalyticsWorkspaceId]) {
    if (id !== undefined) azure.arm.seedNamed(id);
  }
  for (const [permissions, id] of Object.entries(existingRoleIds)) {
    const dataActions = permissions.split(",").flatMap(findDataActions);
    azure.arm.seedRoleDefinition(id, [{ dataActions, notDataActions: [] }]);
  }
}

/** Creates a subscription as the settings require it of one that exists. */
function seedSubscription({ arm }: Azure, { topicId, name }: ConsumedSubscription): Promise<void> {
  const type = "Microsoft.ServiceBus/namespaces/topics/subscriptions";
  const properties = { lockDuration: "PT5M", deadLetteringOnMessageExpiration: true };
  const id = `${topicId}/subscriptions/${name}`;
  return arm.put({ id, type, name, apiVersion: defaultApiVersion(type), body: { properties } });
}

/** Data actions of an existing role, by a permission in its key. */
function findDataActions(word: string): readonly string[] {
  if (word === "receive") return [serviceBusDataActions.receive];
  const operations = new Map<string, SecretOperationName>([
    ["get", "GetSecret"],
    ["set", "SetSecret"],
    ["update", "UpdateSecret"],
  ]);
  const name = operations.get(word);
  return name === undefined ? [] : [secretOperations[name].dataAction];
}
