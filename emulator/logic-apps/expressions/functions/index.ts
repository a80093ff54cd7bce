import { collectionFunctions } from "./collection-functions";
import { conversionFunctions } from "./conversion-functions";
import { dateTimeFunctions } from "./date-time-functions";
import { jsonFunctions } from "./json-functions";
import { logicalFunctions } from "./logical-functions";
import { mathFunctions } from "./math-functions";
import { stringFunctions } from "./string-functions";
import { uriFunctions } from "./uri-functions";
import type { WorkflowFunction } from "./workflow-function";
import { workflowFunctions } from "./workflow-functions";

const byReferenceName: Readonly<Record<string, WorkflowFunction>> = {
  ...stringFunctions,
  ...collectionFunctions,
  ...logicalFunctions,
  ...conversionFunctions,
  ...mathFunctions,
  ...dateTimeFunctions,
  ...workflowFunctions,
  ...uriFunctions,
  ...jsonFunctions,
};

const byName = new Map(Object.entries(byReferenceName).map(([name, found]) => [name.toLowerCase(), found]));

/** Names of the supported functions, in the reference's spelling. */
export const supportedFunctionNames: readonly string[] = Object.keys(byReferenceName);

/** Finds a function by its name, in any case. */
export function findFunction(name: string): WorkflowFunction | undefined {
  return byName.get(name.toLowerCase());
}

/** Decides whether the emulator supports a function, ignoring case. */
export function isSupportedFunction(name: string): boolean {
  return byName.has(name.toLowerCase());
}

/** Words that a known function is called with too few or too many arguments. */
export function wrongArgumentCount(name: string, count: number): string | undefined {
  const [least, most] = findFunction(name)?.takes ?? [0, Infinity];
  if (count >= least && count <= most) return undefined;
  const allowed = least === most ? String(least) : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  return `The function '${name}' takes ${allowed} arguments; it has ${count}.`;
}
