import { walkActions } from "../../../definition";
import { asObject, type JsonObject } from "../../../definition/json";
import { predecessors } from "../run";

/**
 * For an action, the names of those that have surely ended when it starts: what it runs after, what the actions around
 * it run after, and all that stands within these.
 */
export function actionsBefore(definition: JsonObject): (name: string) => ReadonlySet<string> {
  const placed = new Map(walkActions(definition).map((place) => [place.name, place]));
  const known = new Map<string, ReadonlySet<string>>();
  const beside = (name: string): ReadonlySet<string> => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const before = new Set<string>();
    // Set at once: a cycle, which is refused elsewhere, must not hang here.
    known.set(name, before);
    for (const each of predecessors(placed.get(name)?.action)) {
      for (const earlier of [each, ...within(each), ...beside(each)]) before.add(earlier);
    }
    return before;
  };
  const within = (name: string): string[] =>
    walkActions({ actions: { [name]: asObject(placed.get(name)?.action) } }).map((inner) => inner.name);
  return (name) => {
    const around = placed.get(name)?.within.map((control) => control.name) ?? [];
    return new Set([name, ...around].flatMap((each) => [...beside(each)]));
  };
}
