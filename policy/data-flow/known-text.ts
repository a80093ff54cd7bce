import type { Expression } from "../../definition/expressions";
import { ExpressionSyntaxError } from "../../definition/expressions";
import type { ParameterValues } from "../../access/permissions/known-pieces";
import { knownPieces } from "../../access/permissions/known-pieces";

export type { ParameterValues };

/** A text of a definition: the strings that are known of it, and what is not. Empty for what is no readable text. */
export type KnownText = readonly (string | Expression)[];

/** What is known before the run of a string of a definition. */
export function knownText(value: unknown, parameters: ParameterValues): KnownText {
  if (typeof value !== "string") return [];
  try {
    return knownPieces(value, parameters);
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return [];
    throw error;
  }
}

/** Stands for what is not known in a text. */
export const gap = "{}";

/** The text with {@link gap} in place of what is not known. */
export function withGaps(text: KnownText): string {
  return text.map((piece) => (typeof piece === "string" ? piece : gap)).join("");
}
