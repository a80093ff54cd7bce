import { constantKey } from "../../access/permissions";
import { asObject, walkActions } from "../../definition";
import type { ParameterValues } from "../data-flow";
import { foldText } from "../data-flow";

/** Texts that a variable may have, by the key of its constant; without variables that anything else may be put into. */
export type VariableTexts = ReadonlyMap<string, readonly string[]>;

/** Beyond it, the variables of a request count as known at run time only. */
const maximumCases = 64;

/** Finds the variables that are set, but to texts that are known only, such as the host of one cloud or another. */
export function findVariableTexts(definition: unknown, parameters: ParameterValues): VariableTexts {
  const found = new Map<string, Set<string>>();
  const open = new Set<string>();
  for (const { type, action } of walkActions(definition)) {
    const kind = type.toLowerCase();
    if (!kind.endsWith("variable")) continue;
    const inputs = asObject(action.inputs);
    const isInitial = kind === "initializevariable";
    for (const variable of isInitial && Array.isArray(inputs.variables) ? inputs.variables : [inputs]) {
      const { name, value } = asObject(variable);
      if (typeof name !== "string") continue;
      const key = constantKey("variables", name);
      const [text, more] = foldText(value, parameters);
      if (value === undefined && isInitial) continue;
      const isKnown = typeof text === "string" && more === undefined && (isInitial || kind === "setvariable");
      if (!isKnown) open.add(key);
      else if (text !== "" || !isInitial) found.set(key, (found.get(key) ?? new Set()).add(text));
    }
  }
  return new Map([...found].filter(([key]) => !open.has(key)).map(([key, texts]) => [key, [...texts]]));
}

/** The known values for each combination of texts that the variables of a request may have; one without variables. */
export function casesOfRequest(
  request: unknown,
  texts: VariableTexts,
  parameters: ParameterValues,
): readonly ParameterValues[] {
  if (texts.size === 0) return [parameters];
  const written = JSON.stringify(request).toLowerCase().replaceAll(" ", "");
  let cases: readonly ParameterValues[] = [parameters];
  for (const [key, choices] of texts) {
    if (!written.includes(key.replaceAll(" ", ""))) continue;
    cases = cases.flatMap((known) => choices.map((text) => new Map([...known, [key, text]])));
    if (cases.length > maximumCases) return [parameters];
  }
  return cases;
}
