import type { Expression, Template } from "./expression";
import { parseExpression, parseInterpolated } from "./parse-expression";
import { ExpressionSyntaxError, ExpressionTooLongError, mostExpressionCharacters } from "./expression-syntax-error";

/**
 * Reads a string of a workflow definition.
 *
 * `@expr` is one whole expression; `x@{expr}y` has parts; `@@x` is the text `@x`, and `@@{` within text is `@{`. A
 * string that starts with `@@` has no expressions at all, as in the designer's parser
 * (https://github.com/Azure/LogicAppsUX, parsers/lib/expression/parser.ts).
 *
 * @throws {ExpressionSyntaxError} with the position in this text
 */
export function parseTemplate(text: string): Template {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const template = parseAnew(text);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(text, template);
  return template;
}

/** Cache: runs and rules read the same few templates repeatedly, and the workflows of a stack are much alike. */
const parsed = new Map<string, Template>();
const mostParsed = 4096;

function parseAnew(text: string): Template {
  if (!text.startsWith("@") || text.length === 1) return parseInterpolation(text);
  if (text[1] === "@") return { kind: "text", text: text.slice(1) };
  if (text[1] === "{") return parseInterpolation(text);
  return { kind: "expression", expression: parseWhole(text) };
}

/** Parses the text after the `@`, with positions in the whole text. */
function parseWhole(text: string): Expression {
  checkLength(text, 1, text.length);
  try {
    return parseExpression(text.slice(1));
  } catch (error) {
    if (!(error instanceof ExpressionSyntaxError)) throw error;
    throw new ExpressionSyntaxError(error.problem, text, error.position + 1);
  }
}

function parseInterpolation(text: string): Template {
  const parts: (string | Expression)[] = [];
  let literal = "";
  let from = 0;
  for (let at = text.indexOf("@{"); at >= 0; at = text.indexOf("@{", from)) {
    if (at > from && text[at - 1] === "@") {
      literal += text.slice(from, at - 1) + "@{";
      from = at + 2;
      continue;
    }
    literal += text.slice(from, at);
    if (literal !== "") parts.push(literal);
    literal = "";
    const { expression, end } = parseInterpolated(text, at + 2);
    checkLength(text, at + 2, end - 1);
    parts.push(expression);
    from = end;
  }
  literal += text.slice(from);
  if (parts.length === 0) return { kind: "text", text: literal };
  return { kind: "interpolation", parts: literal === "" ? parts : [...parts, literal] };
}

function checkLength(text: string, from: number, to: number): void {
  if (to - from > mostExpressionCharacters) throw new ExpressionTooLongError(to - from, text, from);
}
