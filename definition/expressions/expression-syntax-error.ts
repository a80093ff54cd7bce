const excerptLength = 80;

/** A string that is not a valid expression or template. */
export class ExpressionSyntaxError extends Error {
  override readonly name: string = "ExpressionSyntaxError";
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

/**
 * Most characters of an expression.
 * Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#definition-limits
 */
export const mostExpressionCharacters = 8192;

/** An expression of more characters than Logic Apps takes. */
export class ExpressionTooLongError extends ExpressionSyntaxError {
  override readonly name = "ExpressionTooLongError";

  constructor(length: number, text: string, position: number) {
    super(
      `An expression has ${length} characters, and at most ${mostExpressionCharacters} are allowed`,
      text,
      position,
    );
  }
}
