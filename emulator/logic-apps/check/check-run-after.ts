import { asList, asObject, isObject, type JsonObject } from "../../../definition/json";
import { follow, type Readings } from "../../provenance";
import { behaviours, problem } from "./behaviours";
import { actionsInCycles } from "./actions-in-cycles";

const documentedStatuses: readonly string[] = ["Succeeded", "Failed", "Skipped", "TimedOut"];

/** Lists the statuses of an action on which a later one may run, in Azure's spelling. */
export function runAfterStatuses(readings: Readings): readonly string[] {
  return follow(readings, "runAfterCancelled") === "accepted"
    ? [...documentedStatuses, "Cancelled"]
    : documentedStatuses;
}

/** Checks the order of a definition's actions: `runAfter` names actions of the same set, without a cycle. */
export function checkRunAfter(definition: JsonObject, readings: Readings): string[] {
  return checkSet(asObject(definition.actions), runAfterStatuses(readings));
}

function checkSet(actions: JsonObject, allowed: readonly string[]): string[] {
  const problems = Object.entries(actions).flatMap(([name, action]) => [
    ...checkEntries(name, asObject(action).runAfter, actions, allowed),
    ...setsIn(asObject(action)).flatMap((set) => checkSet(set, allowed)),
  ]);
  const cycle = actionsInCycles(actions);
  if (cycle.length > 0) {
    const names = cycle.map((name) => `'${name}'`).join(", ");
    problems.push(problem(behaviours.runAfterCycle, `The runAfter of ${names} is a cycle.`));
  }
  return problems;
}

function checkEntries(name: string, runAfter: unknown, actions: JsonObject, allowed: readonly string[]): string[] {
  if (runAfter === undefined || runAfter === null) return [];
  if (!isObject(runAfter)) {
    const shape = Array.isArray(runAfter) ? "a list" : `a ${typeof runAfter}`;
    const text = `The action '${name}' has ${shape} as runAfter; it is an object such as {"Get": ["Succeeded"]}.`;
    return [problem(behaviours.runAfterIsNoObject, text)];
  }
  return Object.entries(runAfter).flatMap(([before, after]) => checkEntry(name, before, after, actions, allowed));
}

function checkEntry(
  name: string,
  before: string,
  after: unknown,
  actions: JsonObject,
  allowed: readonly string[],
): string[] {
  const where = `The action '${name}' runs after '${before}'`;
  if (actions[before] === undefined) {
    return [problem(behaviours.runAfterStrangers, `${where}, which does not stand beside it.`)];
  }
  if (!Array.isArray(after)) {
    return [problem(behaviours.runAfterIsNoObject, `${where} with statuses that are not a list.`)];
  }
  if (after.length === 0) return [problem(behaviours.runAfterWithoutStatus, `${where} with no status.`)];
  return asList(after)
    .filter((status) => typeof status !== "string" || !allowed.includes(status))
    .map((status) => {
      const shown = typeof status === "string" ? status : JSON.stringify(status);
      const text = `${where} with the status '${shown}'; allowed: ${allowed.join(", ")}.`;
      return problem(behaviours.unknownRunAfterStatus, text);
    });
}

/** The sets of actions within a control action. */
function setsIn(action: JsonObject): JsonObject[] {
  const cases = Object.values(asObject(action.cases)).map((branch) => asObject(branch).actions);
  return [action.actions, asObject(action.else).actions, ...cases, asObject(action.default).actions].map(asObject);
}
