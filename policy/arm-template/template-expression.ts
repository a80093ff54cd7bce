import { ExpressionSyntaxError, Scanner } from "../../definition/expressions";

/** A parsed expression of the language of ARM templates. */
export type TemplateExpression =
  | { readonly kind: "literal"; readonly value: unknown }
  /** Name in lower case, with its namespace where it has one: `contoso.uniquename`. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly TemplateExpression[] }
  | { readonly kind: "property"; readonly of: TemplateExpression; readonly property: TemplateExpression };

const maximumDepth = 256;
const parsed = new Map<string, TemplateExpression | undefined>();
const mostParsed = 5000;

/**
 * Parses the text between the brackets of an expression; undefined where it is none.
 *
 * The language has the tokens of Logic Apps' expressions, but no keywords, no `?`, and functions in namespaces.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function parseTemplateExpression(text: string): TemplateExpression | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size >= mostParsed) parsed.clear();
  const expression = parseAnew(text);
  parsed.set(text, expression);
  return expression;
}

function parseAnew(text: string): TemplateExpression | undefined {
  try {
    const scanner = new Scanner(text);
    const expression = parse(scanner, 0);
    return scanner.token.kind === "end" ? expression : undefined;
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return undefined;
    throw error;
  }
}

function parse(scanner: Scanner, depth: number): TemplateExpression {
  const { token } = scanner;
  if (depth > maximumDepth) throw scanner.unexpected("The expression nests too deeply");
  if (token.kind === "string" || token.kind === "number") {
    scanner.advance();
    return { kind: "literal", value: typeof token.value === "bigint" ? Number(token.value) : token.value };
  }
  if (token.kind !== "name") throw scanner.unexpected("Expected a value or a function");
  let name = token.value;
  scanner.advance();
  while (scanner.skip(".")) name += `.${readName(scanner)}`;
  scanner.expect("(", "after a function's name");
  const given: TemplateExpression[] = [];
  if (!scanner.skip(")")) {
    do given.push(parse(scanner, depth + 1));
    while (scanner.skip(","));
    scanner.expect(")", "after a function's arguments");
  }
  return parseProperties(scanner, { kind: "call", name: name.toLowerCase(), arguments: given }, depth);
}

function parseProperties(scanner: Scanner, call: TemplateExpression, depth: number): TemplateExpression {
  let expression = call;
  for (let length = depth; ; length += 1) {
    if (length > maximumDepth) throw scanner.unexpected("The expression nests too deeply");
    let property: TemplateExpression;
    if (scanner.skip(".")) property = { kind: "literal", value: readName(scanner) };
    else if (scanner.skip("[")) {
      property = parse(scanner, depth + 1);
      scanner.expect("]", "after a property");
    } else return expression;
    expression = { kind: "property", of: expression, property };
  }
}

function readName(scanner: Scanner): string {
  const { token } = scanner;
  if (token.kind !== "name") throw scanner.unexpected("Expected a name");
  scanner.advance();
  return token.value;
}
