import type { Proof } from "../../report";
import { drainConsumer } from "../../stack/consumer-actions";
import type { DeployedConsumer, LocalStack } from "../../stack/local-stack";
import type { ServedOrg } from "../../stack/salesforce/serve-orgs";
import { check } from "../proof";
import { describeConsumption } from "./message-state";

/** Proves that a message is completed only after Salesforce has stored its records. */
export async function proveCompletedAfterSuccess(
  stack: LocalStack,
  consumer: DeployedConsumer & { readonly org: ServedOrg },
): Promise<Proof> {
  await drainConsumer(stack, consumer);
  const message = stack.source.send([consumer]);
  consumer.org.org.failRequests("SERVER_UNAVAILABLE");
  return {
    id: "completed-after-success",
    ...check(
      `While Salesforce is unavailable, ${consumer.name} leaves its message to the next delivery`,
      "Failed SalesforceUnavailable, the message is waiting, delivered once, 0 of 2 records stored",
      await describeConsumption(stack, consumer, message),
    ),
    control: check(
      "Once Salesforce has stored the records, the same message is completed",
      "Succeeded, the message is completed, 2 of 2 records stored",
      await describeConsumption(stack, consumer, message),
    ),
  };
}
