/** A stack that cannot be verified; the message has the reason and the remedy. */
export class StackError extends Error {
  override readonly name = "StackError";
}
