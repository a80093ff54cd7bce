import type { Expression, LiteralExpression } from "./expression";
import { Scanner } from "./scanner";

/** Maximum depth of an expression, so that walking an expression cannot exhaust the call stack. */
const maximumDepth = 256;

/** An expression and its depth. */
interface Parsed {
  readonly expression: Expression;
  readonly depth: number;
}

/**
 * Parses an expression, without the leading `@`.
 *
 * @throws {ExpressionSyntaxError} if the text is not an expression, or is nested more than 256 levels deep
 */
export function parseExpression(text: string): Expression {
  const scanner = new Scanner(text);
  const { expression } = parse(scanner, 0);
  if (scanner.token.kind !== "end") throw scanner.unexpected("Expected the end of the expression");
  return expression;
}

/**
 * Parses the expression of an interpolation.
 *
 * @param from position of the expression, after `@{`
 * @returns the expression, and the position after its closing brace
 */
export function parseInterpolated(text: string, from: number): { expression: Expression; end: number } {
  const scanner = new Scanner(text, from);
  const { expression } = parse(scanner, 0);
  if (!scanner.isAt("}")) throw scanner.unexpected('Expected "}" after the expression');
  return { expression, end: scanner.tokenEnd };
}

function parse(scanner: Scanner, nesting: number): Parsed {
  const { token } = scanner;
  if (nesting >= maximumDepth) throw tooDeep(scanner);
  if (token.kind === "name") {
    const literal = namedLiteral(token.value);
    if (literal === undefined) return parseCall(scanner, token.value, nesting);
    scanner.advance();
    return { expression: literal, depth: 1 };
  }
  if (token.kind !== "string" && token.kind !== "number") throw scanner.unexpected("Expected a value or a function");
  scanner.advance();
  const { value } = token;
  const float = token.kind === "number" && token.float;
  return { expression: float ? { kind: "literal", value, float } : { kind: "literal", value }, depth: 1 };
}

function parseCall(scanner: Scanner, name: string, nesting: number): Parsed {
  scanner.advance();
  scanner.expect("(", "after a function's name");
  const parsed: Parsed[] = [];
  if (!scanner.skip(")")) {
    do parsed.push(parse(scanner, nesting + 1));
    while (scanner.skip(","));
    scanner.expect(")", "after a function's arguments");
  }
  const expression: Expression = { kind: "call", name, arguments: parsed.map((argument) => argument.expression) };
  return parseProperties(scanner, { expression, depth: 1 + deepest(parsed) }, nesting);
}

function parseProperties(scanner: Scanner, of: Parsed, nesting: number): Parsed {
  let parsed = of;
  for (;;) {
    if (nesting + parsed.depth > maximumDepth) throw tooDeep(scanner);
    const optional = scanner.skip("?");
    let property: Parsed;
    if (scanner.skip(".")) {
      if (scanner.token.kind !== "name") throw scanner.unexpected("Expected a property's name");
      property = { expression: { kind: "literal", value: scanner.token.value }, depth: 1 };
      scanner.advance();
    } else if (scanner.skip("[")) {
      property = parse(scanner, nesting + 1);
      scanner.expect("]", "after a property");
    } else if (optional) {
      throw scanner.unexpected('Expected "." or "[" after "?"');
    } else {
      return parsed;
    }
    const expression: Expression = { kind: "property", of: parsed.expression, property: property.expression, optional };
    parsed = { expression, depth: 1 + deepest([parsed, property]) };
  }
}

/** Keywords, which the designer accepts in any case. */
function namedLiteral(name: string): LiteralExpression | undefined {
  switch (name.toLowerCase()) {
    case "true":
      return { kind: "literal", value: true };
    case "false":
      return { kind: "literal", value: false };
    case "null":
      return { kind: "literal", value: null };
    default:
      return undefined;
  }
}

function deepest(parsed: readonly Parsed[]): number {
  return parsed.reduce((depth, part) => Math.max(depth, part.depth), 0);
}

function tooDeep(scanner: Scanner) {
  return scanner.unexpected(`The expression nests more than ${maximumDepth} deep`);
}
