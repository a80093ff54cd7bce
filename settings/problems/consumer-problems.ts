import { mappedProperties, mappedRecord } from "../../definition/building";
import type { consumerFields } from "../fields/consumer-fields";
import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";

type Consumer = Pick<ParsedFields<typeof consumerFields>, "values" | "given">;

type Problem = readonly [applies: boolean, key: keyof typeof consumerFields, message: string];

/** Problems between the keys of one consumer. */
export function consumerProblems(consumer: Consumer, path: string): SettingsProblem[] {
  const problems = [...subscriptionProblems(consumer), ...mappingProblems(consumer), intervalProblem(consumer)];
  return problems.flatMap(([applies, key, message]) => (applies ? [{ path: `${path}.${key}`, message }] : []));
}

function subscriptionProblems({ given }: Consumer): readonly Problem[] {
  const isExisting = given.has("subscriptionId");
  const ofExisting = "belongs to a subscription that is created, but subscriptionId names an existing one. Remove it";
  return [
    [
      isExisting && given.has("topicId"),
      "topicId",
      "cannot be combined with subscriptionId. Keep subscriptionId to use an existing subscription, or topicId to create one.",
    ],
    [
      !isExisting && !given.has("topicId"),
      "topicId",
      "is missing. Set it and subscriptionName to create a subscription, or set subscriptionId to use an existing one.",
    ],
    [
      given.has("topicId") && !given.has("subscriptionName"),
      "subscriptionName",
      "is missing. With topicId, set the name of the subscription to create.",
    ],
    [isExisting && given.has("subscriptionName"), "subscriptionName", `${ofExisting}.`],
    [
      isExisting && given.has("maxDeliveryCount"),
      "maxDeliveryCount",
      `${ofExisting}, and set the count of that subscription.`,
    ],
  ];
}

function mappingProblems({ values: { fields, externalIdField, requiredFields = [], sObject } }: Consumer): Problem[] {
  if (fields === undefined) return [];
  const isMapped = (field: string) => Object.keys(fields).includes(field);
  return [
    [
      externalIdField !== undefined && !isMapped(externalIdField),
      "fields",
      "does not have the externalIdField, without which Salesforce finds no record. Add it, with the property that holds the ID.",
    ],
    [
      !requiredFields.every(isMapped),
      "requiredFields",
      "has a field that is not in fields, so that no record could be sent. Add it to fields, or remove it.",
    ],
    [
      new Set(requiredFields).size < requiredFields.length,
      "requiredFields",
      "lists a field twice. Remove one of them.",
    ],
    ...lengthProblems(fields, sObject ?? ""),
  ];
}

/** A person should be able to read each part, and Azure takes an expression of up to 8,192 characters. */
const longestPart = 256;
const longestMapping = 8_192;

function lengthProblems(fields: Readonly<Record<string, string>>, sObject: string): readonly Problem[] {
  const longestField = Math.max(...mappedProperties(fields).map(({ length }) => length));
  const { length } = `@${mappedRecord({ attributes: { type: sObject } }, fields)}`;
  const names = Object.entries(fields);
  const fitting = names.findIndex((_, index) => mappingLength(names.slice(0, index + 1), sObject) > longestMapping);
  return [
    [
      longestField > longestPart,
      "fields",
      `has a field whose part of the mapping has ${longestField} characters. The maximum is ${longestPart}. Use a shorter name of the property.`,
    ],
    [
      length > longestMapping,
      "fields",
      `has ${names.length} fields, for which the expression of the mapping has ${length} characters. The maximum is ${longestMapping}: the first ${fitting} fields fit. Use shorter names of the properties, or two consumers.`,
    ],
  ];
}

function mappingLength(fields: readonly (readonly [string, string])[], sObject: string): number {
  return `@${mappedRecord({ attributes: { type: sObject } }, Object.fromEntries(fields))}`.length;
}

function intervalProblem({ values: { intervalMinutes = 0, refreshGraceMinutes = Infinity } }: Consumer): Problem {
  return [
    intervalMinutes >= refreshGraceMinutes,
    "intervalMinutes",
    `is ${intervalMinutes}. Expected less than refreshGraceMinutes (${refreshGraceMinutes}); otherwise each run that Salesforce refuses would start a refresh, and none would report it. Run more often, or raise refreshGraceMinutes.`,
  ];
}
