const excerptLength = 80;

/** A string that is not a valid expression or template. */
export class ExpressionSyntaxError extends Error {
  override readonly name = "ExpressionSyntaxError";
  /** The text around the error, at most 80 characters. */
  readonly excerpt: string;

  /**
   * @param problem what is wrong, and what was expected
   * @param text the whole text that was parsed
   * @param position of the first character that does not fit, from 0
   */
  constructor(
    readonly problem: string,
    text: string,
    readonly position: number,
  ) {
    const from = Math.max(0, Math.min(position - excerptLength / 2, text.length - excerptLength));
    const excerpt = text.slice(from, from + excerptLength);
    super(`${problem}, at character ${position + 1} of: ${excerpt}`);
    this.excerpt = excerpt;
  }
}
