/** One problem with the settings. */
export interface SettingsProblem {
  /** Path as in the stack file: `tokens[0].intervalMinutes`. */
  readonly path: string;
  /** The finding (never a value that may be secret), the expectation, and the fix. */
  readonly message: string;
}

/** Path of a key in an object, of which "" is the outermost. */
export function keyPath(parent: string, key: string): string {
  return parent === "" ? key : `${parent}.${key}`;
}
