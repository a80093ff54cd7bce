import type { Expression } from "../../definition/expressions";
import { ExpressionSyntaxError, parseTemplate } from "../../definition/expressions";

/** Lists the literals in a string of a definition; joined literals of an expression also as one text. */
export function literalTexts(text: string): readonly string[] {
  // As it stands, an expression shows its literals as well as they would be seen one by one.
  return text.includes("@") && /concat\s*\(/i.test(text) ? joinedLiterals(text) : [text];
}

function joinedLiterals(text: string): readonly string[] {
  try {
    const template = parseTemplate(text);
    if (template.kind === "text") return [template.text];
    const parts = template.kind === "expression" ? [template.expression] : template.parts;
    const found: string[] = [parts.map((part) => (typeof part === "string" ? part : "{}")).join("")];
    for (const part of parts) if (typeof part !== "string") collect(part, found);
    return found;
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return [text];
    throw error;
  }
}

/** Neighbouring literals of a concat are one text, so that no key hides in pieces. */
function collect(expression: Expression, found: string[]): void {
  if (expression.kind === "literal") {
    if (typeof expression.value === "string") found.push(expression.value);
  } else if (expression.kind === "property") {
    collect(expression.of, found);
    collect(expression.property, found);
  } else {
    const from = found.length;
    for (const argument of expression.arguments) collect(argument, found);
    if (expression.name.toLowerCase() === "concat") found.push(found.slice(from).join(""));
  }
}
