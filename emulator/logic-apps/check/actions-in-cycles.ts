import type { JsonObject } from "../../../definition/json";
import { predecessors } from "../run";

/** Names left over when actions are taken away as soon as nothing before them is left. */
export function actionsInCycles(actions: JsonObject): readonly string[] {
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
