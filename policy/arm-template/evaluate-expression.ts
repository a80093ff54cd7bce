import type { Context } from "./context";
import { evaluateLambda } from "./evaluate-lambda";
import { deploymentFunctions, listedSecret, plainFunctions, reference, undecidedCall } from "./functions";
import type { TemplateExpression } from "./template-expression";
import { isDecidedObject, keyOf, Undecided } from "./undecided";

/** Evaluates an expression as far as it is decidable; what is not is {@link Undecided}. */
export function evaluateExpression(expression: TemplateExpression, context: Context): unknown {
  return context.work.within(
    () => evaluateAny(expression, context),
    (why) => new Undecided("too much", why),
  );
}

function evaluateAny(expression: TemplateExpression, context: Context): unknown {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "property":
      return propertyOf(evaluateExpression(expression.of, context), evaluateExpression(expression.property, context));
    case "call":
      return evaluateCall(expression, context);
  }
}

type Call = Extract<TemplateExpression, { kind: "call" }>;

function evaluateCall(call: Call, context: Context): unknown {
  const { name, arguments: written } = call;
  if (name === "if") return evaluateIf(written, context);
  const inLambda = evaluateLambda(call, context, evaluateExpression);
  if (inLambda !== undefined) return inLambda;
  const given = written.map((argument) => evaluateExpression(argument, context));
  const result = apply(name, given, context);
  return result === undefined ? undecidedCall(name, given) : result;
}

function evaluateIf([condition, whenTrue, whenFalse]: readonly TemplateExpression[], context: Context): unknown {
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return undecidedCall("if", []);
  const decision = evaluateExpression(condition, context);
  if (decision === true) return evaluateExpression(whenTrue, context);
  if (decision === false) return evaluateExpression(whenFalse, context);
  const branches = [whenTrue, whenFalse].map((branch) => evaluateExpression(branch, context));
  return keyOf(branches[0]) === keyOf(branches[1]) ? branches[0] : undecidedCall("if", [decision, ...branches]);
}

/** Undefined where the arguments do not fit. */
function apply(name: string, given: readonly unknown[], context: Context): unknown {
  const [first, ...others] = given;
  switch (name) {
    case "parameters":
      return typeof first === "string" ? context.template.parameter(first) : undefined;
    case "variables":
      return typeof first === "string" ? context.template.variable(first) : undefined;
    case "copyindex":
      return copyIndex(given, context);
    case "reference":
      return reference(given, context);
    case "coalesce":
      return coalesce(given);
    case "tryget":
      return others.reduce((value, key) => tryGet(value, key), first);
    default:
      return applyFunction(name, given, context);
  }
}

function applyFunction(name: string, given: readonly unknown[], context: Context): unknown {
  const plain = plainFunctions.get(name);
  if (plain !== undefined) return plain(given);
  const ofDeployment = deploymentFunctions.get(name);
  if (ofDeployment !== undefined) return ofDeployment(given, context);
  if (name.includes(".")) {
    const result = context.template.userFunction(name, given);
    if (result !== undefined) return result;
  } else if (/^list./.test(name)) return listedSecret(name, given);
  return new Undecided(`${name}(${given.map(keyOf).join("|")})`, `the function ${name}() is not known here`);
}

function coalesce(given: readonly unknown[]): unknown {
  const rest = given.filter((value) => value !== null);
  return rest[0] instanceof Undecided && rest.length > 1 ? undecidedCall("coalesce", rest) : (rest[0] ?? null);
}

/** `copyIndex()`, `copyIndex(1)`, `copyIndex('loop')`, `copyIndex('loop', 1)`. */
function copyIndex([first, second]: readonly unknown[], { copies }: Context): unknown {
  const index = typeof first === "string" ? copies.get(first.toLowerCase()) : [...copies.values()].at(0);
  const offset = typeof first === "string" ? (second ?? 0) : (first ?? 0);
  return typeof index === "number" && typeof offset === "number" ? index + offset : index;
}

function tryGet(value: unknown, key: unknown): unknown {
  if (value === null) return null;
  if (value instanceof Undecided) return undecidedCall("tryget", [value, key]);
  if (Array.isArray(value) && typeof key === "number") return (value as unknown[])[key] ?? null;
  return isDecidedObject(value) && typeof key === "string"
    ? (findProperty(value, key) ?? null)
    : undecidedCall("tryget", [key]);
}

function propertyOf(value: unknown, key: unknown): unknown {
  if (key instanceof Undecided) return undecidedCall("property", [value, key]);
  if (value instanceof Undecided) return value.property(String(key));
  const found =
    Array.isArray(value) && typeof key === "number"
      ? (value as unknown[])[key]
      : isDecidedObject(value)
        ? findProperty(value, String(key))
        : undefined;
  return found === undefined ? new Undecided(`missing ${keyOf(key)}`, "a property is missing") : found;
}

function findProperty(object: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key];
  return Object.entries(object).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
