/** A file that cannot be checked; the message says why, for its user. */
export class InputError extends Error {
  /** @param option such as `--state` */
  constructor(option: string, file: string, problem: string) {
    super(`${option} ${file}: ${problem}`);
    this.name = "InputError";
  }
}
