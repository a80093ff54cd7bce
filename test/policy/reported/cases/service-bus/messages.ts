import {
  busStack,
  busUrl,
  customGrant,
  grant,
  namespaceId,
  onBus,
  receive,
  receiveAction,
  receiveJob,
  queueId,
  runAction,
  runOther,
  otherWorkflow,
  otherWorkflowId,
  send,
  sendAction,
  subscriptionId,
  topicId,
} from "../../../stacks/service-bus/message-stacks";
import { http } from "../../../stacks/stack-builder";
import { thread } from "../../addresses";
import type { CasesByKind } from "../../reported-case";

const learn = "https://learn.microsoft.com/azure";
const roles = `${learn}/role-based-access-control/built-in-roles` as const;
const authenticate = `${learn}/service-bus-messaging/authenticate-application` as const;
const rest = "https://learn.microsoft.com/rest/api/servicebus/service-bus-runtime-rest";
const location = "@{last(split(uriPath(outputs('Receive')['headers']['Location']), '/messages/'))}";

/** Stacks on messages of Service Bus and on runs of other workflows. */
export const messages = {
  message: [
    {
      id: "message-receiver-subscription",
      what: "Data Receiver at a topic's subscription, which only Azure Resource Manager can assign",
      source: authenticate,
      rules: [],
      stack: busStack({ Receive: receive }, grant("receiver", subscriptionId)),
    },
    {
      id: "message-receiver-namespace",
      what: "Data Receiver at the namespace, for one subscription",
      source: "https://mlogdberg.com/blog/2022/03/servicebusmsi",
      rules: ["wide-scopes"],
      stack: busStack({ Receive: receive }, grant("receiver", namespaceId)),
    },
    {
      id: "message-owner-for-receiver",
      what: "Data Owner at the namespace, for a workflow that receives",
      source: roles,
      rules: ["excess-permissions", "privileged-roles", "wide-scopes"],
      stack: busStack({ Receive: receive }, grant("owner", namespaceId)),
    },
    {
      id: "message-sender-receives",
      what: "a sender that receives",
      source: roles,
      rules: ["excess-permissions", "missing-permissions"],
      stack: busStack({ Receive: receiveJob }, grant("sender", queueId)),
    },
    {
      id: "message-contributor",
      what: "Contributor at the namespace, which permits listing its keys and no message",
      source: authenticate,
      rules: ["missing-permissions", "privileged-roles"],
      stack: busStack({ Receive: receive }, grant("contributor", namespaceId)),
    },
    {
      id: "message-custom-role",
      what: "a custom role with the one data action",
      source: authenticate,
      rules: [],
      stack: busStack({ Send: send }, ...customGrant({ dataActions: [sendAction] }, topicId)),
    },
    {
      id: "message-custom-role-both",
      what: "a custom role with both data actions, of which one is used",
      source: authenticate,
      rules: ["excess-permissions"],
      stack: busStack({ Send: send }, ...customGrant({ dataActions: [sendAction, receiveAction] }, topicId)),
    },
    {
      id: "message-settled",
      what: "peek-lock, renewal and completion by the Location of the answer",
      source: thread("Azure/logicapps/issues/484"),
      rules: [],
      stack: busStack(
        {
          Receive: receive,
          Renew: onBus("POST", `/orders/subscriptions/salesforce/messages/${location}`),
          Complete: onBus("DELETE", `/orders/subscriptions/salesforce/messages/${location}`),
        },
        grant("receiver", subscriptionId),
      ),
    },
    {
      id: "message-event-hub",
      what: "an event hub's path on the same host",
      source: "https://learn.microsoft.com/rest/api/eventhub/send-partition-event",
      rules: [],
      stack: busStack({ Send: onBus("POST", "/hub/partitions/0/messages") }),
    },
    {
      id: "message-shared-access-signature",
      what: "a shared access signature in the definition",
      source: rest,
      rules: ["no-credentials"],
      stack: busStack({
        Send: http("POST", `${busUrl}/orders/messages`, {
          headers: {
            Authorization:
              "SharedAccessSignature sr=sb-shop.servicebus.windows.net&sig=k3Jh2Vw9xQp7Lr5Tz8Nc1Bd4Fg6Hy0Sm%3D&se=1893456000&skn=send",
          },
        }),
      }),
    },
    {
      id: "run-operator",
      what: "Logic App Operator, which enables and disables, for a run",
      source: roles,
      rules: ["excess-permissions", "missing-permissions"],
      stack: busStack({ Run: runOther }, otherWorkflow, grant("logicAppOperator", otherWorkflowId)),
    },
    {
      id: "run-contributor",
      what: "Logic App Contributor, which edits what it runs",
      source: roles,
      rules: ["privileged-roles"],
      stack: busStack({ Run: runOther }, otherWorkflow, grant("logicAppContributor", otherWorkflowId)),
    },
    {
      id: "run-custom-role",
      what: "a custom role with the one action",
      source: "https://learn.microsoft.com/rest/api/logic/workflow-triggers/run",
      rules: [],
      stack: busStack({ Run: runOther }, otherWorkflow, ...customGrant({ actions: [runAction] }, otherWorkflowId)),
    },
  ],
} satisfies CasesByKind;
