import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { predecessors } from "../run";

const statuses = ["Succeeded", "Failed", "Skipped", "TimedOut"];

/** Checks the order of a definition's actions: `runAfter` names actions of the same set, without a cycle. */
export function checkRunAfter(definition: JsonObject): string[] {
  return checkSet(asObject(definition.actions));
}

function checkSet(actions: JsonObject): string[] {
  const problems = Object.entries(actions).flatMap(([name, action]) => [
    ...Object.entries(asObject(asObject(action).runAfter)).flatMap(([before, after]) =>
      checkEntry(name, before, asList(after), actions),
    ),
    ...setsIn(asObject(action)).flatMap(checkSet),
  ]);
  const cycle = actionsInCycles(actions);
  if (cycle.length > 0) problems.push(`The runAfter of ${cycle.map((name) => `'${name}'`).join(", ")} is a cycle.`);
  return problems;
}

function checkEntry(name: string, before: string, after: readonly unknown[], actions: JsonObject): string[] {
  if (actions[before] === undefined) {
    return [`The action '${name}' runs after '${before}', which does not stand beside it.`];
  }
  if (after.length === 0) return [`The action '${name}' runs after '${before}' with no status.`];
  return after
    .filter((status) => !statuses.includes(asString(status)))
    .map(
      (status) =>
        `The action '${name}' runs after '${before}' with the status '${asString(status)}'; allowed: ${statuses.join(", ")}.`,
    );
}

/** The sets of actions within a control action. */
function setsIn(action: JsonObject): JsonObject[] {
  const cases = Object.values(asObject(action.cases)).map((branch) => asObject(branch).actions);
  return [action.actions, asObject(action.else).actions, ...cases, asObject(action.default).actions].map(asObject);
}

/** Names left over when actions are taken away as soon as nothing before them is left. */
function actionsInCycles(actions: JsonObject): string[] {
  const waiting = new Map(
    Object.entries(actions).map(([name, action]) => [
      name,
      new Set(predecessors(action).filter((before) => actions[before] !== undefined)),
    ]),
  );
  const followers = new Map<string, string[]>();
  for (const [name, before] of waiting) {
    for (const each of before) followers.set(each, [...(followers.get(each) ?? []), name]);
  }
  const ready = [...waiting].flatMap(([name, before]) => (before.size === 0 ? [name] : []));
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    waiting.delete(name);
    for (const follower of followers.get(name) ?? []) {
      const left = waiting.get(follower);
      if (left?.delete(name) === true && left.size === 0) ready.push(follower);
    }
  }
  return [...waiting.keys()];
}
