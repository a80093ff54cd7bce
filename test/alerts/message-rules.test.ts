import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createMessageRules, WorkflowAlerts } from "../../alerts";
import { construct, type Construction } from "../construction/construct";

const namespaceId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-example";
const actionGroupId = "/subscriptions/s/resourceGroups/shared/providers/Microsoft.Insights/actionGroups/on-call";
const rule = "azure-native:monitor:MetricAlert";
const together = "Azure counts the messages of all subscriptions of a topic together, so they may be another's.";

function constructed(schedule = { intervalMinutes: 1, longestRunMinutes: 35 }): Promise<Construction> {
  return construct(() => {
    const alerts = new WorkflowAlerts("refresh-alerts", { resourceGroupName: "group", actionGroupId });
    const watched = {
      topicId: `${namespaceId}/topics/crm-updates`,
      subscriptionName: "salesforce",
      consumer: "consume-accounts",
      maxMessagesPerRun: 20,
      ...schedule,
    };
    return { rules: createMessageRules("consume-accounts", watched, alerts, {}) };
  });
}

/** A rule's inputs, its description, window and condition apart from what all have in common. */
const expected = (description: string, severity: number, watch: object, criterion: object) => ({
  resourceGroupName: "group",
  location: "global",
  description,
  enabled: true,
  severity,
  scopes: [namespaceId],
  ...watch,
  criteria: {
    odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
    allOf: [
      {
        criterionType: "StaticThresholdCriterion",
        metricNamespace: "Microsoft.ServiceBus/namespaces",
        operator: "GreaterThan",
        dimensions: [
          { name: "EntityName", operator: "Include", values: ["crm-updates", "crm-updates/Subscriptions/salesforce"] },
        ],
        ...criterion,
      },
    ],
  },
  autoMitigate: true,
  actions: [{ actionGroupId }],
});

describe("The alerts on a consumer's messages", () => {
  it("watch the topic's dead letters, wherever its namespace is, and say whose they may be", async () => {
    const { find } = await constructed();
    assert.deepEqual(
      find(rule, "consume-accounts-dead-letters").inputs,
      expected(
        `The topic crm-updates has dead letters, perhaps of the consumer consume-accounts. ${together}`,
        1,
        { windowSize: "PT15M", evaluationFrequency: "PT5M" },
        { name: "dead-letters", metricName: "DeadletteredMessages", timeAggregation: "Maximum", threshold: 0 },
      ),
    );
  });

  it("watch for more waiting messages than a run processes, in a window that holds the longest run", async () => {
    const { find } = await constructed();
    assert.deepEqual(
      find(rule, "consume-accounts-waiting").inputs,
      expected(
        "More messages wait in the topic crm-updates than a run of the consumer consume-accounts processes (20), all the " +
          `time: it does not keep up, or does not get on. ${together}`,
        2,
        { windowSize: "PT1H", evaluationFrequency: "PT5M" },
        { name: "waiting", metricName: "ActiveMessages", timeAggregation: "Minimum", threshold: 20 },
      ),
    );
  });

  it("watch for dead letters alone where no window is long enough", async () => {
    const { ofType } = await constructed({ intervalMinutes: 721, longestRunMinutes: 35 });
    assert.deepEqual(
      ofType(rule).map(({ name }) => name),
      ["consume-accounts-dead-letters"],
    );
  });
});
