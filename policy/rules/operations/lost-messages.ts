import { findActionPath } from "../../../definition";
import type { ModelWorkflow } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const lostMessages: Rule = {
  id: "lost-messages",
  sentence: "A workflow locks each message of Service Bus while it works on it, and deletes it afterwards.",
  fault: "A workflow deletes messages of Service Bus before it has worked on them.",
  level: "advisory",
  levelReason: "Some messages may be lost, such as those of telemetry, which only their owner knows.",
  reason: "A message that is deleted as it is received is lost when the run fails afterwards, or is cancelled.",
  remediation:
    "Receive with POST …/messages/head and delete the message at its Location at the end; with the connector, use the " +
    "peek-lock trigger and complete the message.",
  reference: "https://learn.microsoft.com/azure/service-bus-messaging/message-transfers-locks-settlement",
  configuration: noConfiguration,
  evaluate({ workflows }, _, report) {
    for (const workflow of workflows) {
      for (const action of destructiveReceives(workflow)) {
        const path = `definition.${placeOf(workflow, action)}`;
        const message = `"${action}" deletes each message as it receives it, before anything is done with it.`;
        report.finding({ urn: workflow.urn, path, message });
      }
    }
  },
};

/** The managed connector's triggers that complete by themselves count, however their connection authenticates. */
function destructiveReceives({ requirements: { serviceBus, connectors } }: ModelWorkflow): readonly string[] {
  return [
    ...serviceBus.filter(({ operation }) => operation?.name === "ReceiveAndDeleteMessage"),
    ...connectors.filter(({ method, path }) => method === "GET" && /\/messages(?:\/batch)?\/head\/?$/i.test(path)),
  ].map(({ action }) => action);
}

function placeOf({ definition }: ModelWorkflow, name: string): string {
  const triggers = (definition as { readonly triggers?: object } | undefined)?.triggers ?? {};
  return name in triggers ? `triggers.${name}` : findActionPath(definition, name);
}
