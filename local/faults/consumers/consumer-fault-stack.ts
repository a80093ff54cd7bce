import { defaultReadings, type Readings } from "../../../emulator/provenance";
import { waitForGrants } from "../../proofs/grants";
import { deployControlledStack, requireConsumer, type ControlledStack } from "../../stack/controlled-stack";
import type { DeployedConsumer } from "../../stack/local-stack";
import type { ServedOrg } from "../../stack/salesforce/serve-orgs";
import { vaultAdministrator, type VaultAdministrator } from "../vault-administrator";

/** Deliveries of a message. The last begins 5 minutes after the one before it, so an outage of 20 minutes is survived. */
export const maxDeliveryCount = 5;

/** A stack with a consumer, whose faults share it. */
export interface ConsumerFaultStack {
  readonly stack: ControlledStack;
  readonly consumer: DeployedConsumer & { readonly org: ServedOrg };
  readonly administrator: VaultAdministrator;
  /** Readings that its emulator follows. */
  readonly readings: Readings;
}

const topicId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/crm-updates";

/** Deploys the stack of the consumers' faults. The caller closes `stack.azure`. */
export async function createConsumerFaultStack(readings: Readings = defaultReadings): Promise<ConsumerFaultStack> {
  const token = {
    secretName: "salesforce-token",
    tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
    clientId: "example-client",
    clientSecretName: "salesforce-client-secret",
  };
  const consumer = {
    name: "accounts",
    token: token.secretName,
    topicId,
    subscriptionName: "accounts",
    maxDeliveryCount,
    sObject: "Account",
    externalIdField: "ERP_Id__c",
    fields: { ERP_Id__c: "erp_id", Name: "name", Phone: "phone", NumberOfEmployees: "employees" },
    requiredFields: ["Name"],
  };
  const settings = { tokens: [token], consumers: [consumer], alertEmails: ["team@example.com"] };
  const stack = await deployControlledStack(settings, readings);
  try {
    const administrator = await vaultAdministrator(stack);
    await waitForGrants(stack);
    return { stack, readings, administrator, consumer: requireConsumer(stack, consumer.name) };
  } catch (error) {
    await stack.azure.close();
    throw error;
  }
}
