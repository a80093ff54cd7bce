import { asObject, isObject, type JsonObject } from "../../../definition/json";
import type { Readings } from "../../provenance";
import { actionTypes } from "../action-types";
import { findName } from "../find-name";
import { frequencies } from "../recurrence";
import { canonicalCondition } from "./canonical-condition";
import { runAfterStatuses } from "./check-run-after";

const triggerTypes = ["Recurrence", "Request"];

/**
 * Writes a definition as the runtime reads it: types, frequencies and run-after statuses in Azure's spelling, whatever
 * their case (Microsoft's designer writes `SUCCEEDED`: https://github.com/Azure/LogicAppsUX), and the names in
 * `runAfter` as the actions are named. What is not known stays as it is.
 */
export function canonicalDefinition(definition: JsonObject, readings: Readings): JsonObject {
  return {
    ...definition,
    ...replaced(definition, "triggers", (triggers) => mapObject(triggers, canonicalTrigger)),
    ...replaced(definition, "actions", (actions) => canonicalActions(actions, readings)),
  };
}

function canonicalTrigger(trigger: JsonObject): JsonObject {
  return {
    ...trigger,
    ...replaced(trigger, "type", (type) => spelling(triggerTypes, type)),
    ...replaced(trigger, "recurrence", (recurrence) =>
      isObject(recurrence)
        ? { ...recurrence, ...replaced(recurrence, "frequency", (frequency) => spelling(frequencies, frequency)) }
        : recurrence,
    ),
  };
}

function canonicalActions(actions: unknown, readings: Readings): unknown {
  const names = Object.keys(asObject(actions));
  const inside = (branch: JsonObject) => replaced(branch, "actions", (inner) => canonicalActions(inner, readings));
  const branch = (value: unknown): unknown => (isObject(value) ? { ...value, ...inside(value) } : value);
  return mapObject(actions, (action) => ({
    ...action,
    ...replaced(action, "type", (type) => spelling([...actionTypes.keys()], type)),
    ...replaced(action, "runAfter", (runAfter) => canonicalRunAfter(runAfter, names, readings)),
    ...replaced(action, "expression", canonicalCondition),
    ...inside(action),
    ...replaced(action, "else", branch),
    ...replaced(action, "default", branch),
    ...replaced(action, "cases", (cases) => mapObject(cases, (each) => ({ ...each, ...inside(each) }))),
  }));
}

function canonicalRunAfter(runAfter: unknown, names: readonly string[], readings: Readings): unknown {
  if (!isObject(runAfter)) return runAfter;
  const known = runAfterStatuses(readings);
  return Object.fromEntries(
    Object.entries(runAfter).map(([name, statuses]) => [
      findName(names, name, readings) ?? name,
      Array.isArray(statuses) ? statuses.map((status) => spelling(known, status)) : statuses,
    ]),
  );
}

/** The known word that a value spells in some letter case; else the value itself. */
function spelling(known: readonly string[], value: unknown): unknown {
  if (typeof value !== "string") return value;
  return known.find((word) => word.toLowerCase() === value.toLowerCase()) ?? value;
}

/** The property anew, where the object has it. */
function replaced(object: JsonObject, name: string, replace: (value: unknown) => unknown): JsonObject {
  return Object.hasOwn(object, name) ? { [name]: replace(object[name]) } : {};
}

/** Each member anew that is an object itself. */
function mapObject(value: unknown, replace: (member: JsonObject) => JsonObject): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isObject(member) ? replace(member) : member]),
  );
}
