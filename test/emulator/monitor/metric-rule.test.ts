import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readMetricRule } from "../../../emulator/monitor";
import { ruleProperties } from "./runs";

describe("A metric alert", () => {
  it("is read as it is deployed", () => {
    const actions = [{ actionGroupId: "/groups/on-call" }];
    const { criteria, ...rule } = readMetricRule(ruleProperties({ actions }));
    assert.deepEqual(rule, {
      scopeType: "Microsoft.Logic/workflows",
      scopeId: "/workflows/refresh",
      description: "No refresh succeeded.",
      enabled: true,
      windowMinutes: 60,
      frequencyMinutes: 5,
      actionGroupIds: ["/groups/on-call"],
    });
    assert.deepEqual(
      criteria.map(({ metric, aggregation, meets }) => [metric, aggregation, meets(0), meets(1)]),
      [["RunsSucceeded", "Total", true, false]],
    );
  });

  for (const [operator, ...met] of [
    ["Equals", false, true, false],
    ["GreaterThan", false, false, true],
    ["GreaterThanOrEqual", false, true, true],
    ["LessThan", true, false, false],
    ["LessThanOrEqual", true, true, false],
  ] as const) {
    it(`compares by ${operator}`, () => {
      const { criteria } = readMetricRule(ruleProperties({}, { operator, threshold: 2 }));
      assert.deepEqual(
        [1, 2, 3].map((total) => criteria[0]?.meets(total)),
        met,
      );
    });
  }

  for (const [changes, message] of [
    [{ windowSize: "PT2H" }, 'windowSize is "PT2H"; allowed: PT1M, PT5M, PT15M, PT30M, PT1H, PT6H, PT12H or P1D, '],
    [{ windowSize: "PT1M" }, 'windowSize is "PT1M"; '],
    [{ evaluationFrequency: "PT6H", windowSize: "P1D" }, 'evaluationFrequency is "PT6H"; allowed: PT1M, '],
    [{ severity: 5 }, "severity is 5; allowed: 0 to 4."],
    [{ enabled: undefined }, "enabled is missing; allowed: true or false."],
    [{ autoMitigate: false }, "The emulator does not support autoMitigate false, only true."],
    [
      { scopes: ["/a", "/b"] },
      'The emulator does not support scopes ["/a","/b"], only the id of one workflow or Service Bus namespace.',
    ],
    [{ criteria: { "odata.type": "Other" } }, 'The emulator does not support criteria.odata.type "Other", only '],
  ] as const) {
    it(`is refused with ${JSON.stringify(changes)}`, () => {
      assert.throws(
        () => readMetricRule(ruleProperties(changes)),
        (error: Error) => error.name === "RuleRefusedError" && error.message.startsWith(message),
      );
    });
  }

  for (const [criterion, message] of [
    [{ metricName: "RunLatency" }, 'The emulator does not support metricName "RunLatency", only RunsFailed, '],
    [{ timeAggregation: "Average" }, 'The emulator does not support timeAggregation "Average", only Total.'],
    [{ criterionType: "DynamicThresholdCriterion" }, "The emulator does not support criterionType "],
    [{ metricNamespace: "Microsoft.Web/sites" }, 'The emulator does not support metricNamespace "Microsoft.Web/sites"'],
    [{ dimensions: [{ name: "a" }] }, "The emulator does not support dimensions "],
    [{ operator: "NotEquals" }, 'operator is "NotEquals"; allowed: Equals, '],
    [{ threshold: "1" }, 'threshold is "1"; allowed: a number.'],
  ] as const) {
    it(`is refused with a criterion of ${JSON.stringify(criterion)}`, () => {
      assert.throws(
        () => readMetricRule(ruleProperties({}, criterion)),
        (error: Error) => error.name === "RuleRefusedError" && error.message.startsWith(message),
      );
    });
  }

  const namespaceId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ServiceBus/namespaces/sb-test";
  const dimensions = [{ name: "EntityName", operator: "Include", values: ["updates"] }];
  const messages = { metricName: "DeadletteredMessages", timeAggregation: "Maximum", dimensions };
  const messageRule = (criterion: object = {}) =>
    readMetricRule(ruleProperties({ scopes: [namespaceId] }, { ...messages, ...criterion }));

  it("is read with the messages of a namespace, by its metrics or by its scope", () => {
    for (const metricNamespace of [undefined, "Microsoft.ServiceBus/namespaces", "microsoft.servicebus/Namespaces"]) {
      const { scopeType, scopeId, dimension, criteria } = messageRule({ metricNamespace });
      assert.deepEqual([scopeType, scopeId], ["Microsoft.ServiceBus/namespaces", namespaceId]);
      assert.deepEqual(dimension, { name: "EntityName", values: ["updates"] });
      assert.deepEqual(
        criteria.map(({ metric, aggregation }) => [metric, aggregation]),
        [["DeadletteredMessages", "Maximum"]],
      );
    }
  });

  for (const [criterion, message] of [
    [{ metricName: "RunsFailed" }, 'metricName "RunsFailed", only ActiveMessages, DeadletteredMessages.'],
    [{ timeAggregation: "Total" }, 'timeAggregation "Total", only Average, Minimum, Maximum.'],
    [
      { dimensions: [{ name: "EntityName", operator: "Exclude", values: ["a"] }] },
      'dimensions [{"name":"EntityName","operator":"Exclude","values":["a"]}], only EntityName with the operator Include.',
    ],
  ] as const) {
    it(`on messages is refused with a criterion of ${JSON.stringify(criterion)}`, () => {
      assert.throws(() => messageRule(criterion), { message: `The emulator does not support ${message}` });
    });
  }

  it("is refused with criteria that split differently, or are on metrics of different resources", () => {
    const properties = ruleProperties({ scopes: [namespaceId] }, messages);
    const { allOf } = properties.criteria as { allOf: readonly object[] };
    for (const [changes, message] of [
      [{ dimensions: [] }, /does not support dimensions \[\], only the same ones in each criterion\.$/],
      [
        { metricNamespace: "Microsoft.Logic/workflows" },
        /metricNamespace "Microsoft\.Logic\/workflows", only Microsoft/,
      ],
    ] as const) {
      const criteria = { ...(properties.criteria as object), allOf: [...allOf, { ...allOf[0], ...changes }] };
      assert.throws(() => readMetricRule({ ...properties, criteria }), message);
    }
  });
});
