/** A stack that cannot be verified; the message says why, and what to do. */
export class StackError extends Error {
  override readonly name = "StackError";
}
