import { walkActions } from "../../../definition";
import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import type { Readings } from "../../provenance";
import { findName } from "../find-name";
import { behaviours, problem } from "./behaviours";
import { checkTwice } from "./check-twice";

const types = ["array", "boolean", "float", "integer", "object", "string"];

/** Names of the variables that a definition initializes, in document order. */
export function initializedVariables(definition: JsonObject): readonly string[] {
  return declarations(definition).map(({ variable }) => asString(variable.name));
}

function declarations(definition: JsonObject): { readonly action: string; readonly variable: JsonObject }[] {
  return walkActions(definition)
    .filter(({ type }) => type === "InitializeVariable")
    .flatMap(({ name, action }) =>
      asList(asObject(action.inputs).variables).map((variable) => ({ action: name, variable: asObject(variable) })),
    );
}

/** Checks what a definition does with its variables, but for its expressions. */
export function checkVariables(definition: JsonObject, readings: Readings): string[] {
  const names = initializedVariables(definition);
  return [
    ...declarations(definition)
      .filter(({ variable }) => !types.includes(asString(variable.type).toLowerCase()))
      .map(({ action, variable }) => {
        const text = `The action '${action}' initializes '${asString(variable.name)}' with the type`;
        const shown = asString(variable.type);
        return problem(behaviours.variableOfUnknownType, `${text} '${shown}'; allowed: ${types.join(", ")}.`);
      }),
    ...checkTwice(behaviours.variableInitializedTwice, names, (name) => `The variable '${name}' is initialized twice.`),
    ...(names.length > 250
      ? [problem(behaviours.tooManyVariables, `The definition has ${names.length} variables; 250 are allowed.`)]
      : []),
    ...walkActions(definition)
      .filter(({ type }) => type === "SetVariable")
      .flatMap(({ name, action }) => {
        const variable = asString(asObject(action.inputs).name);
        return checkVariable(`The action '${name}'`, variable, names, readings);
      }),
  ];
}

/** Checks one use of a variable. A name with an expression in it is not known before the run. */
export function checkVariable(where: string, name: string, known: readonly string[], readings: Readings): string[] {
  if (name === "" || name.includes("@") || findName(known, name, readings) !== undefined) return [];
  return [
    problem(behaviours.variableNeverInitialized, `${where} uses the variable '${name}', which is never initialized.`),
  ];
}
