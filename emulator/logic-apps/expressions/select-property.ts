import { isObject } from "../../../definition/json";
import { behaviours } from "./behaviours";
import { EvaluationError } from "./errors";
import { memberName } from "./values/member";
import { Float, numericOf } from "./values/number";
import { typeName } from "./values/type-name";

/** A selection such as `['x']`, with the name that a message may show: one written in the definition. */
export interface Selection {
  readonly property: unknown;
  readonly writtenName: string | undefined;
  readonly optional: boolean;
}

/**
 * Selects a property of an object, in any case, or an element of an array.
 *
 * @throws {EvaluationError} for null or nothing there without `?`, and for a type that has no such property even with it
 */
export function selectProperty(of: unknown, { property, writtenName, optional }: Selection): unknown {
  const shown = writtenName === undefined ? "A property" : `The property '${writtenName}'`;
  if (of === null || of === undefined) {
    if (optional) return null;
    throw new EvaluationError(
      behaviours.propertyOfNull,
      `${shown} cannot be selected from null: use '?' where a value may be absent.`,
    );
  }
  if (Array.isArray(of)) return selectElement(of, property, { shown, optional });
  if (!isObject(of) || of instanceof Float) {
    throw new EvaluationError(
      behaviours.propertyOfScalar,
      `${shown} cannot be selected from a value of type '${typeName(of)}'.`,
    );
  }
  if (typeof property !== "string") {
    throw new EvaluationError(
      behaviours.propertyByNoText,
      `A property of an object has a string for a name, not a '${typeName(property)}'.`,
    );
  }
  const name = memberName(of, property);
  if (name !== undefined) return of[name];
  if (optional) return null;
  throw new EvaluationError(
    behaviours.absentProperty,
    `${shown} does not exist in the object: use '?' where it may be absent.`,
  );
}

function selectElement(of: unknown[], index: unknown, how: { shown: string; optional: boolean }): unknown {
  const integer = numericOf(index);
  if (typeof integer !== "bigint") {
    throw new EvaluationError(
      behaviours.elementByNoInteger,
      `${how.shown} cannot be selected from an array: its elements have integer indexes.`,
    );
  }
  if (integer >= 0n && integer < BigInt(of.length)) return of[Number(integer)];
  if (how.optional) return null;
  throw new EvaluationError(
    behaviours.absentElement,
    `An index is outside the array, which has ${of.length} elements.`,
  );
}
