import { asObject, asString, type JsonObject } from "../../../definition/json";
import { byDefault } from "../../provenance";
import { correlationFilter, falseFilter, trueFilter, type Filter } from "../../service-bus";
import { ArmError } from "../errors";
import type { ArmServices, ResourceProvider } from "../resource-provider";
import { behaviours } from "./behaviours";

/** Microsoft.ServiceBus/namespaces/topics/subscriptions/rules. */
export function serviceBusRules({ serviceBus }: ArmServices): ResourceProvider {
  return {
    type: "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
    located: false,
    put: ({ target, body }) => {
      const { filterType = byDefault(behaviours.filterType), ...given } = asObject(body.properties);
      const properties = { ...given, filterType };
      serviceBus.putRule(target.parentId ?? "", target.name, readFilter(properties, target.name));
      return { properties };
    },
    remove: ({ id, name }) => {
      serviceBus.deleteRule(id.split("/").slice(0, -2).join("/"), name);
    },
  };
}

function readFilter(
  { filterType, sqlFilter, correlationFilter: conditions, action }: JsonObject,
  name: string,
): Filter {
  const expressionOf = (value: unknown): string => asString(asObject(value).sqlExpression).trim();
  if (expressionOf(action) !== "") throw notServed(name, "an action");
  if (filterType === "CorrelationFilter") {
    const { properties, requiresPreprocessing, ...system } = asObject(conditions);
    const texts = Object.entries(system).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    return correlationFilter({
      system: Object.fromEntries(texts),
      application: asObject(properties) as Record<string, string>,
    });
  }
  if (filterType !== "SqlFilter") {
    throw new ArmError(
      behaviours.invalidRule,
      `The filterType '${asString(filterType)}' of the rule '${name}' is invalid.`,
    );
  }
  const expression = (expressionOf(sqlFilter) || byDefault(behaviours.sqlExpression)).replace(/\s/g, "");
  if (expression === "1=1") return trueFilter;
  if (expression === "1=0") return falseFilter;
  throw notServed(name, `the SQL expression '${expressionOf(sqlFilter)}'`);
}

function notServed(rule: string, what: string): ArmError {
  const message = `The emulator does not support ${what} in the rule '${rule}', only 1=1, 1=0 and correlation filters.`;
  return new ArmError(behaviours.filterNotServed, message);
}
