import type { CallExpression } from "../../../definition/expressions";
import type { Readings } from "../../provenance";
import { controlTypes } from "../action-types";
import { isSupportedFunction, wrongArgumentCount } from "../expressions";
import { findName } from "../find-name";
import { behaviours, problem } from "./behaviours";
import { checkVariable } from "./check-variables";

/** Functions whose first argument names an action. */
const actionFunctions = ["actions", "body", "outputs", "result"];

/** Functions whose argument names a loop around the expression, with the loop's type. */
const loopFunctions: ReadonlyMap<string, string> = new Map([
  ["items", "Foreach"],
  ["iterationindexes", "Until"],
]);

/** Names that an expression can use where it stands. */
export interface Names {
  /** Types of the actions, by name. */
  readonly types: ReadonlyMap<string, string>;
  /** The For each loops around each action, by its name. */
  readonly foreachAround: ReadonlyMap<string, readonly string[]>;
  readonly parameters: readonly string[];
  readonly variables: readonly string[];
  /** Actions that have surely ended; "none" in a trigger, which comes before every action. */
  readonly before: ReadonlySet<string> | "none";
  /** The control actions around the expression, loops among them. */
  readonly loops: readonly string[];
  readonly readings: Readings;
}

/** Lists the problems of one call of a function; those of its arguments are listed on their own. */
export function checkCall(where: string, call: CallExpression, names: Names): string[] {
  if (!isSupportedFunction(call.name)) {
    const text = `${where} uses the function '${call.name}', which the emulator does not support.`;
    return [problem(behaviours.notServed, text)];
  }
  const wrongCount = wrongArgumentCount(call.name, call.arguments.length);
  if (wrongCount !== undefined) return [problem(behaviours.wrongArgumentCount, `${where}: ${wrongCount}`)];
  const callee = call.name.toLowerCase();
  if (names.before === "none" && actionFunctions.includes(callee)) {
    const text = `${where} uses the function '${call.name}': no action has run when a trigger fires.`;
    return [problem(behaviours.actionInTrigger, text)];
  }
  const [argument] = call.arguments;
  if (argument?.kind !== "literal" || typeof argument.value !== "string") return [];
  return checkName(where, callee, argument.value, names);
}

function checkName(where: string, callee: string, named: string, names: Names): string[] {
  if (callee === "variables") return checkVariable(where, named, names.variables, names.readings);
  if (callee === "parameters" && findName(names.parameters, named, names.readings) === undefined) {
    const text = `${where} refers to the parameter '${named}', which is not declared.`;
    return [problem(behaviours.undeclaredParameter, text)];
  }
  const loopType = loopFunctions.get(callee);
  if (loopType !== undefined) return checkLoop(where, loopType, named, names);
  return actionFunctions.includes(callee) ? checkActionName(where, callee, named, names) : [];
}

function checkLoop(where: string, loopType: string, named: string, { loops, types, readings }: Names): string[] {
  if (types.get(findName(loops, named, readings) ?? "") === loopType) return [];
  const text = `${where} refers to the loop '${named}', which is not an action of type ${loopType} around it.`;
  return [problem(behaviours.notInLoop, text)];
}

function checkActionName(where: string, callee: string, named: string, names: Names): string[] {
  const { types, before, readings } = names;
  const name = findName(types.keys(), named, readings);
  if (name === undefined || before === "none") {
    return [problem(behaviours.unknownAction, `${where} refers to the action '${named}', which does not exist.`)];
  }
  if (!before.has(name)) {
    const text = `${where} refers to the action '${named}', which it does not run after.`;
    return [problem(behaviours.actionNotBefore, text)];
  }
  const left = names.foreachAround.get(name)?.find((loop) => !names.loops.includes(loop));
  if (left !== undefined) {
    const text = `${where} refers to the action '${named}' from outside of the loop '${left}': use result('${left}').`;
    return [problem(behaviours.actionOfForeach, text)];
  }
  if (callee !== "result" || controlTypes.includes(types.get(name) ?? "")) return [];
  return [problem(behaviours.resultOfNoScope, `${where} asks for the result of '${named}', which is not a scope.`)];
}
