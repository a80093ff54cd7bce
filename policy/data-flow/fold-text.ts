import type { Expression } from "../../definition/expressions";
import { ExpressionSyntaxError } from "../../definition/expressions";
import type { ParameterValues } from "../../access/permissions";
import { foldTemplate } from "../../access/permissions";

export type { ParameterValues };
export { fillGaps, gap } from "../../access/permissions";

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
