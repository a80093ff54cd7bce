import type { PlacedAction } from "../../definition";
import type { ParameterValues, Piece } from "./fold-template";
import { fillGaps, gap } from "./fold-template";
import { guardedNames } from "./name-guard";
import type { SecretOperation } from "../../azure";
import { findSecretOperation } from "../../azure";

/** A request on secrets, as far as its path tells before the run. */
export interface SecretCall {
  /** With `{}` in place of what is not known. */
  readonly path: string;
  /** Absent: Key Vault's secrets have no such operation. */
  readonly operation?: SecretOperation;
  /** The names that the secret can have. Absent: any, or the operation names none. */
  readonly secretNames?: readonly string[];
}

/** Reads the operation and the secret's possible names from a request's method and path. */
export function readSecretCall(
  placed: PlacedAction,
  method: string,
  pieces: readonly Piece[],
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): SecretCall {
  // Key Vault takes several slashes for one.
  const path = fillGaps(pieces).replace(/\/{2,}/g, "/");
  const [withoutQuery = ""] = path.split(/[?#]/);
  const match = findSecretOperation(method, withoutQuery);
  if (match === undefined) return { path };
  const secretNames = match.secretName === undefined ? undefined : namesOf(match.secretName);
  return { path, operation: match.operation, ...(secretNames === undefined ? {} : { secretNames }) };

  function namesOf(segment: string): readonly string[] | undefined {
    if (!segment.includes(gap)) return [decoded(segment)];
    // A name made of several pieces is guarded by none of them. The name is the first segment that can be unknown.
    const expression = pieces.find((piece) => typeof piece !== "string");
    return segment === gap && expression !== undefined
      ? guardedNames(placed, expression, parameters, actions)
      : undefined;
  }
}

/** As it stands where it is wrongly encoded: no service has a resource of such a name. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
