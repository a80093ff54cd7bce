/** Options that a command cannot run with; the message is for the user. */
export class OptionError extends Error {
  override readonly name = "OptionError";
}
