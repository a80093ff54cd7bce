/**
 * Returns what a look at the stack returns; undefined where it throws an error of a class, as for what a client has deleted.
 *
 * @throws every other error
 */
export function unlessDeleted<Result>(
  gone: abstract new (...args: never[]) => Error,
  look: () => Result,
): Result | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof gone) return undefined;
    throw error;
  }
}
