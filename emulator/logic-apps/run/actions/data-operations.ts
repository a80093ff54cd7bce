import type { JsonObject } from "../../../../definition/json";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { evaluate, type Scope } from "../../expressions";
import { ConditionError } from "../condition";
import { failed, succeeded, type Outcome } from "../outcome";

/**
 * Makes an object of each item of an array.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-perform-data-operations#select-action
 */
export function performSelect({ from, select }: JsonObject, scope: Scope): Outcome {
  return perItem(from, scope, (items) => items.map((item) => evaluate(select, { ...scope, item: () => item })));
}

/**
 * Keeps the items of an array for which `where` is true.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-perform-data-operations#filter-array-action
 */
export function performQuery({ from, where }: JsonObject, scope: Scope): Outcome {
  return perItem(from, scope, (items) =>
    items.filter((item) => {
      const kept = evaluate(where, { ...scope, item: () => item });
      if (typeof kept !== "boolean") {
        throw new ConditionError(`The 'where' of a Query gives a value of type '${typeof kept}', not 'boolean'.`);
      }
      return kept;
    }),
  );
}

function perItem(from: unknown, scope: Scope, perform: (items: readonly unknown[]) => unknown[]): Outcome {
  const items = evaluate(from, scope);
  if (Array.isArray(items)) return succeeded({ inputs: { from: items }, outputs: { body: perform(items) } });
  const message = "The 'from' of a data operation gives no array.";
  return failed(actionFailure(behaviours.itemsNotArray, message), { inputs: { from: items } });
}
