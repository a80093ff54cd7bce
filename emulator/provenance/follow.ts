import { behaviourId, behaviourOf, type Behaviour } from "./behaviour";
import { exercise } from "./exercised";
import { defaultsOf, type ChosenReadings, type Reading } from "./reading";
import { readings } from "./readings";

/** The alternatives that an emulator follows. */
export type Readings = ChosenReadings<typeof readings>;

/** The default alternative of each reading. */
export const defaultReadings: Readings = defaultsOf(readings);

/** The alternatives as behaviours, by reading and name, with IDs such as `reading/action-timeout/EachRequest`. */
const behaviours = new Map(
  Object.entries<Reading>(readings).map(([key, { alternatives }]) => [
    key,
    new Map(
      Object.entries(alternatives).map(([name, record]): [string, Behaviour] => [
        name,
        behaviourOf(`${behaviourId("reading", key)}/${name}`, record),
      ]),
    ),
  ]),
);

/** Every alternative of every reading. */
export const readingBehaviours: readonly Behaviour[] = [...behaviours.values()].flatMap((byName) => [
  ...byName.values(),
]);

/** Reads which alternative is followed, and notes that it was. */
export function follow<Key extends keyof Readings>(chosen: Readings, key: Key): Readings[Key] {
  const name = chosen[key];
  const record = behaviours.get(key)?.get(name);
  if (record !== undefined) exercise(record);
  return name;
}

/** Names the alternatives that are not the default, such as `actionTimeout EachRequest`. */
export function describeReadings(chosen: Readings): string {
  return Object.entries(chosen)
    .filter(([key, name]) => name !== (defaultReadings as Readonly<Record<string, string>>)[key])
    .map(([key, name]) => `${key} ${name}`)
    .join(", ");
}
