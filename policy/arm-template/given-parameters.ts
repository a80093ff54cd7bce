import { asObject, isObject } from "../../definition";
import { Undecided } from "./undecided";
import type { GivenParameters } from "./template-values";

/**
 * Reads what parameters are given: `{ "name": { "value": … } }`, or a reference to a secret of a vault in place of the
 * value.
 *
 * @param evaluate evaluates a value; one of a parameters file stands as it is
 */
export function readGiven(parameters: unknown, evaluate: (value: unknown) => unknown): GivenParameters {
  return new Map(
    Object.entries(asObject(parameters)).flatMap(([name, given]): readonly (readonly [string, unknown])[] => {
      const key = name.toLowerCase();
      if (typeof given === "symbol") return [[key, evaluate(given)]];
      const { value, reference } = asObject(given);
      if (isObject(reference)) {
        return [[key, new Undecided(`secret ${key}`, `parameters('${name}') is a secret`, { isSecret: true })]];
      }
      return value === undefined ? [] : [[key, evaluate(value)]];
    }),
  );
}
