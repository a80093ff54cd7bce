import type { ArmOperation } from "../resources/arm-operation";
import { behaviours } from "../resources/behaviours";
import { ArmError } from "../resources/errors";
import { emulatedTypes } from "../resources/resource-types";

const operations: readonly ArmOperation[] = emulatedTypes.flatMap((type) => type.operations ?? []);

/** Finds the operation of a request; undefined for a request to a resource itself. */
export function findOperation(
  method: string,
  path: string,
): { readonly operation: ArmOperation; readonly match: RegExpExecArray } | undefined {
  for (const operation of operations) {
    const match = operation.method === method ? operation.path.exec(path) : null;
    if (match !== null) return { operation, match };
  }
  return undefined;
}

/** Rejects query parameters that an operation does not accept, instead of ignoring them. @throws {ArmError} naming one */
export function rejectUnknownParameters({ type, parameters }: ArmOperation, query: URLSearchParams): void {
  if (parameters === undefined) return;
  const unknown = [...query.keys()].find((name) => name !== "api-version" && !parameters.includes(name));
  if (unknown === undefined) return;
  throw new ArmError(behaviours.parameterNotServed, `The emulator does not support '${unknown}' on '${type}'.`);
}
