import type { Expression } from "../../definition/expressions";
import { parseTemplate } from "../../definition/expressions";

/**
 * Values that are known before deployment: those of parameters, by their name in lower case, and what an action or a
 * variable always gives, by {@link constantKey}.
 */
export type ParameterValues = ReadonlyMap<string, unknown>;

/** A piece of a text: what is known of it, or the expression that gives it at run time. */
export type Piece = string | Expression;

/**
 * A string of a definition as what is known of it and what is not, neighbouring known pieces joined.
 *
 * @throws ExpressionSyntaxError where the string holds an expression that Logic Apps could not read either
 */
export function foldTemplate(text: string, parameters: ParameterValues): readonly Piece[] {
  const template = parseTemplate(text);
  switch (template.kind) {
    case "text":
      return [template.text];
    case "expression":
      return joined(foldExpression(template.expression, parameters));
    case "interpolation":
      return joined(
        template.parts.flatMap((part) => (typeof part === "string" ? [part] : foldExpression(part, parameters))),
      );
  }
}

/** The functions that are foldable where all that they are given is known. */
const foldable: Readonly<Record<string, (text: string) => string | undefined>> = {
  encodeuricomponent: encoded,
  uricomponent: encoded,
  tolower: (text) => text.toLowerCase(),
  string: (text) => text,
  trim: (text) => text.trim(),
};

/** Undefined for half a surrogate pair, which has no encoding. */
function encoded(text: string): string | undefined {
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function foldExpression(expression: Expression, parameters: ParameterValues): readonly Piece[] {
  if (expression.kind === "literal") return [expression.value === null ? "" : String(expression.value)];
  if (expression.kind === "property") return [expression];
  const name = expression.name.toLowerCase();
  if (name === "concat") return expression.arguments.flatMap((argument) => foldExpression(argument, parameters));
  const [argument] = expression.arguments;
  if (argument === undefined) return [expression];
  if (name === "parameters") {
    const value = parameterValue(expression, parameters);
    return [typeof value === "string" ? value : expression];
  }
  if (argument.kind === "literal" && typeof argument.value === "string") {
    const constant = parameters.get(constantKey(name, argument.value));
    if (typeof constant === "string") return [constant];
  }
  const follow = foldable[name];
  if (follow === undefined) return [expression];
  const known = onlyText(joined(foldExpression(argument, parameters)));
  return [(known === undefined ? undefined : follow(known)) ?? expression];
}

/** Key of a constant among the known values, such as `outputs('base_address')`. */
export function constantKey(reference: string, name: string): string {
  const key = name.toLowerCase();
  return `${reference}('${reference === "variables" ? key : key.replace(/ /g, "_")}')`;
}

/** The parameter that an expression reads as a whole; undefined for any other expression. */
export function parameterName(expression: Expression): string | undefined {
  if (expression.kind !== "call" || expression.name.toLowerCase() !== "parameters") return undefined;
  const [name] = expression.arguments;
  return name?.kind === "literal" && typeof name.value === "string" ? name.value : undefined;
}

/** The known value of the parameter that an expression reads as a whole. */
export function parameterValue(expression: Expression, parameters: ParameterValues): unknown {
  const name = parameterName(expression);
  return name === undefined ? undefined : parameters.get(name.toLowerCase());
}

/** Stands for what is not known in a text. */
export const gap = "{}";

/** The text with {@link gap} in place of what is not known. */
export function fillGaps(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : gap)).join("");
}

/** The text, where all of it is known. */
export function onlyText(pieces: readonly Piece[]): string | undefined {
  if (pieces.length === 0) return "";
  const [first] = pieces;
  return pieces.length === 1 && typeof first === "string" ? first : undefined;
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === "string" && typeof last === "string") result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}
