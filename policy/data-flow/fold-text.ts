import type { Expression } from "../../definition/expressions";
import { ExpressionSyntaxError } from "../../definition/expressions";
import type { ParameterValues } from "../../access/permissions";
import { foldTemplate } from "../../access/permissions";

export type { ParameterValues };

/** A text of a definition: the strings that are known of it, and what is not. Empty for what is no readable text. */
export type FoldedText = readonly (string | Expression)[];

/** Folds a string of a definition as far as it is known before the run. */
export function foldText(value: unknown, parameters: ParameterValues): FoldedText {
  if (typeof value !== "string") return [];
  try {
    return foldTemplate(value, parameters);
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return [];
    throw error;
  }
}

/** Stands for what is not known in a text. */
export const gap = "{}";

/** The text with {@link gap} in place of what is not known. */
export function fillGaps(text: FoldedText): string {
  return text.map((piece) => (typeof piece === "string" ? piece : gap)).join("");
}
