import { armResource, idWithin, type ArmResourceType } from "../azure-native-type";
import type { Properties } from "../shape";

const sql: Properties = { compatibilityLevel: "scalar", requiresPreprocessing: "scalar", sqlExpression: "scalar" };

const within = [
  ["namespaces", "namespaceName"],
  ["topics", "topicName"],
  ["subscriptions", "subscriptionName"],
] as const;

/** What a rule and the rule `$Default` have in common. */
const anyRule = {
  armType: "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
  required: ["namespaceName", "resourceGroupName", "subscriptionName", "topicName"],
  top: {},
  flattened: {
    action: { properties: sql },
    correlationFilter: {
      properties: {
        contentType: "scalar",
        correlationId: "scalar",
        label: "scalar",
        messageId: "scalar",
        properties: { valuesOf: "scalar" },
        replyTo: "scalar",
        replyToSessionId: "scalar",
        requiresPreprocessing: "scalar",
        sessionId: "scalar",
        to: "scalar",
      },
    },
    filterType: "scalar",
    sqlFilter: { properties: sql },
  },
  response: { location: "scalar", systemData: "untyped" },
} as const satisfies Partial<ArmResourceType>;

/** `servicebus.Rule`. */
export const rule = armResource({
  ...anyRule,
  token: "azure-native:servicebus:Rule",
  name: { property: "ruleName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "namespaceName", "topicName", "subscriptionName", "ruleName"],
  id: idWithin("Microsoft.ServiceBus", [...within, ["rules", "ruleName"]]),
});

/**
 * `servicebus.DefaultRule`: the rule `$Default`, which it adopts, and removes when it is deleted.
 *
 * https://github.com/pulumi/pulumi-azure-native/pull/4799
 */
export const defaultRule = armResource({
  ...anyRule,
  token: "azure-native:servicebus:DefaultRule",
  adopts: true,
  pathInputs: ["resourceGroupName", "namespaceName", "topicName", "subscriptionName"],
  id: (inputs, context) => `${idWithin("Microsoft.ServiceBus", within)(inputs, context)}/rules/$Default`,
});
