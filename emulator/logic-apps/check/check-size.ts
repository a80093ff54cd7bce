import { walkActions, walkTriggers } from "../../../definition";
import { asObject, asString, type JsonObject } from "../../../definition/json";
import { behaviours, problem } from "./behaviours";
import { checkTwice } from "./check-twice";

const deepest = 8;

/** Checks names, descriptions and numbers of a definition against Logic Apps' limits. */
export function checkSize(definition: JsonObject): string[] {
  const placed = walkActions(definition);
  const triggers = walkTriggers(definition);
  const outputs = Object.keys(asObject(definition.outputs)).length;
  return [
    ...checkTwice(
      behaviours.nameUsedTwice,
      placed.map(({ name }) => name),
      (name) => `The action name '${name}' is used twice: names are unique in the whole definition.`,
    ),
    ...placed.flatMap(({ name, action, within }) => [
      ...checkWords("action", name, action),
      ...(within.length === deepest
        ? [problem(behaviours.nestedTooDeep, `The action '${name}' is nested ${deepest + 1} deep; 8 are allowed.`)]
        : []),
      ...checkCases(name, Object.keys(asObject(action.cases)).length),
    ]),
    ...triggers.flatMap(({ name, action }) => checkWords("trigger", name, action)),
    ...checkDescription("The definition", definition),
    ...(placed.length > 500
      ? [problem(behaviours.tooManyActions, `The definition has ${placed.length} actions; 500 are allowed.`)]
      : []),
    ...(outputs > 10
      ? [problem(behaviours.tooManyOutputs, `The definition has ${outputs} outputs; 10 are allowed.`)]
      : []),
  ];
}

function checkWords(kind: string, name: string, operation: JsonObject): string[] {
  const tooLong = problem.bind(undefined, behaviours.nameTooLong);
  return [
    ...(name.length > 80 ? [tooLong(`The ${kind} name '${name}' exceeds 80 characters.`)] : []),
    ...checkDescription(`The ${kind} '${name}'`, operation),
  ];
}

function checkDescription(where: string, { description }: JsonObject): string[] {
  const { length } = asString(description);
  if (length <= 256) return [];
  return [
    problem(behaviours.descriptionTooLong, `${where} has a description of ${length} characters; 256 are allowed.`),
  ];
}

function checkCases(name: string, cases: number): string[] {
  if (cases <= 25) return [];
  return [problem(behaviours.tooManyCases, `The action '${name}' has ${cases} cases; 25 are allowed.`)];
}
