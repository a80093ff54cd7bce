import { asObject, walkActions } from "../../definition";
import { ExpressionSyntaxError } from "../../definition/expressions";
import type { ParameterValues } from "./fold-template";
import { constantKey, foldTemplate, onlyText } from "./fold-template";

/**
 * Adds to the known values what is the same in every run: the outputs of a Compose of a literal, and a variable that is
 * initialised with a literal and never set.
 */
export function withConstants(definition: unknown, parameters: ParameterValues): ParameterValues {
  const placed = walkActions(definition);
  if (!placed.some(({ type }) => /^(?:compose|initializevariable)$/i.test(type))) return parameters;
  const known = new Map(parameters);
  const isOfType = (type: string, wanted: string): boolean => type.toLowerCase() === wanted;
  const changed = new Set(
    placed
      .filter(({ type }) => !isOfType(type, "initializevariable") && type.toLowerCase().endsWith("variable"))
      .map(({ action }) => lowerCase(asObject(action.inputs).name)),
  );
  for (const { name, type, action } of placed) {
    if (isOfType(type, "compose")) {
      const text = foldText(action.inputs, known);
      if (text === undefined) continue;
      for (const reference of ["outputs", "actionoutputs", "body", "actionbody"]) {
        known.set(constantKey(reference, name), text);
      }
    }
    if (!isOfType(type, "initializevariable")) continue;
    const { variables } = asObject(action.inputs);
    for (const variable of Array.isArray(variables) ? (variables as unknown[]) : []) {
      const { name: variableName, value } = asObject(variable);
      const text = foldText(value, known);
      if (text === undefined || changed.has(lowerCase(variableName))) continue;
      known.set(constantKey("variables", lowerCase(variableName)), text);
    }
  }
  return known;
}

function foldText(value: unknown, known: ParameterValues): string | undefined {
  if (typeof value !== "string") return undefined;
  try {
    return onlyText(foldTemplate(value, known));
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return undefined;
    throw error;
  }
}

function lowerCase(value: unknown): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}
