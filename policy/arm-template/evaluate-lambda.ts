import type { Context } from "./context";
import { undecidedCall } from "./functions";
import type { TemplateExpression } from "./template-expression";
import { isDecidedObject } from "./undecided";

type Call = Extract<TemplateExpression, { kind: "call" }>;
type Evaluate = (expression: TemplateExpression, context: Context) => unknown;

/**
 * Evaluates a function that takes a lambda; undefined for any other.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda
 */
export function evaluateLambda({ name, arguments: written }: Call, context: Context, evaluate: Evaluate): unknown {
  if (name === "lambdavariables") {
    const [variable] = written;
    return variable?.kind === "literal" ? context.locals.get(String(variable.value).toLowerCase()) : undefined;
  }
  const lambdas = written.flatMap((argument) => readLambda(argument));
  const [first] = written;
  if (lambdas.length === 0 || first === undefined) return undefined;
  const list = evaluate(first, context);
  const [each, other] = lambdas.map(
    ({ names, body }) =>
      (...values: readonly unknown[]) =>
        evaluate(body, { ...context, locals: new Map([...context.locals, ...bind(names, values)]) }),
  );
  const [, second] = written;
  const initial = name === "reduce" && second !== undefined ? () => evaluate(second, context) : other;
  const result = each === undefined ? undefined : apply(name, list, each, initial);
  return result === undefined ? undecidedCall(name, [list]) : result;
}

function apply(
  name: string,
  list: unknown,
  each: (...values: readonly unknown[]) => unknown,
  other?: (...values: readonly unknown[]) => unknown,
): unknown {
  if (name === "mapvalues" && isDecidedObject(list)) {
    return Object.fromEntries(Object.entries(list).map(([key, value]) => [key, each(value)]));
  }
  if (!Array.isArray(list)) return undefined;
  const items = list as readonly unknown[];
  switch (name) {
    case "map":
      return items.map((item, index) => each(item, index));
    case "reduce":
      return items.reduce((sum, item, index) => each(sum, item, index), other?.());
    case "filter": {
      const kept = items.map((item, index) => each(item, index));
      return kept.every((keep) => typeof keep === "boolean") ? items.filter((_, index) => kept[index]) : undefined;
    }
    case "toobject": {
      const names = items.map((item) => each(item));
      if (!names.every((key) => typeof key === "string")) return undefined;
      return Object.fromEntries(
        names.map((key, index) => [key, other === undefined ? items[index] : other(items[index])]),
      );
    }
    default:
      return undefined;
  }
}

function readLambda(expression: TemplateExpression): readonly { names: readonly string[]; body: TemplateExpression }[] {
  if (expression.kind !== "call" || expression.name !== "lambda") return [];
  const body = expression.arguments.at(-1);
  const names = expression.arguments
    .slice(0, -1)
    .flatMap((argument) => (argument.kind === "literal" ? [String(argument.value).toLowerCase()] : []));
  return body === undefined ? [] : [{ names, body }];
}

function bind(names: readonly string[], values: readonly unknown[]): readonly (readonly [string, unknown])[] {
  return names.map((name, index) => [name, values[index]] as const);
}
