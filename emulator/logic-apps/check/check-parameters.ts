import { asObject, asString, isObject, type JsonObject } from "../../../definition/json";
import { follow, type Readings } from "../../provenance";
import type { WorkflowResource } from "../workflow-resource";
import { behaviours, problem } from "./behaviours";
import { checkTwice } from "./check-twice";

const isText = (value: unknown): boolean => typeof value === "string";

/** The types of parameters, in lower case, each with the check of a value. */
const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isText,
  securestring: isText,
  int: Number.isInteger,
  float: (value) => typeof value === "number",
  bool: (value) => typeof value === "boolean",
  array: Array.isArray,
  object: isObject,
  secureobject: isObject,
};

/** Checks the declarations of a definition's parameters, and the values that the resource gives them. */
export function checkParameters(
  declared: JsonObject,
  given: WorkflowResource["parameters"],
  readings: Readings,
): string[] {
  const names = Object.keys(declared);
  return [
    ...names.flatMap((name) => checkParameter(name, asObject(declared[name]), given[name]?.value, readings)),
    ...Object.keys(given)
      .filter((name) => declared[name] === undefined)
      .map((name) =>
        problem(
          behaviours.parameterWithoutDeclaration,
          `The parameter '${name}' has a value but is not declared in the definition.`,
        ),
      ),
    ...checkTwice(behaviours.parameterDeclaredTwice, names, (name) => `The parameter '${name}' is declared twice.`),
    ...(names.length > 50
      ? [problem(behaviours.tooManyParameters, `The definition has ${names.length} parameters; 50 are allowed.`)]
      : []),
  ];
}

function checkParameter(name: string, declaration: JsonObject, value: unknown, readings: Readings): string[] {
  const where = `The parameter '${name}'`;
  const { type, defaultValue } = declaration;
  const accepts = types[asString(type).toLowerCase()];
  if (accepts === undefined) {
    const allowed = "String, SecureString, Int, Float, Bool, Array, Object, SecureObject";
    return [
      problem(behaviours.unknownParameterType, `${where} has the type '${asString(type)}'; allowed: ${allowed}.`),
    ];
  }
  if (value === undefined && defaultValue === undefined) {
    return [problem(behaviours.parameterWithoutValue, `${where} has no value and no defaultValue.`)];
  }
  const wrong = (part: string, of: unknown): string[] =>
    of === undefined || of === null || accepts(of)
      ? []
      : [
          problem(
            behaviours.parameterValueOfAnotherType,
            `${where} of type ${asString(type)} has a ${part} of another type: ${nameOf(of)}.`,
          ),
        ];
  const withoutDefault = defaultValue === undefined && follow(readings, "parameterWithoutDefault") === "refused";
  return [
    ...wrong("defaultValue", defaultValue),
    ...wrong("value", value),
    ...(withoutDefault ? [problem(behaviours.parameterWithoutDefaultValue, `${where} has no defaultValue.`)] : []),
  ];
}

/** The type of a value; the value may be a secret. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value;
}
