import { expandTemplate, readGiven, settle } from "../../../policy/arm-template";
import type { ExpandedTemplate } from "../../../policy/arm-template";
import { asObject } from "../../../definition";

/** Expands a template that is given values of parameters. */
export function expand(template: object, values: Readonly<Record<string, unknown>> = {}): ExpandedTemplate {
  const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  return expandTemplate(
    asObject(template),
    readGiven(given, (value) => value),
  );
}

/** Value of an expression, written without its brackets, as a preview would show it. */
export function evaluate(
  expression: string,
  template: object = {},
  values: Readonly<Record<string, unknown>> = {},
): unknown {
  const { outputs } = expand({ ...template, outputs: { it: { type: "string", value: `[${expression}]` } } }, values);
  return settle(outputs[0]?.value).value;
}

/** What of an expression is not known. */
export function reasons(expression: string, template: object = {}): readonly string[] {
  const { outputs } = expand({ ...template, outputs: { it: { type: "string", value: `[${expression}]` } } });
  return settle(outputs[0]?.value).undecided.map(({ value }) => value.why);
}

/** Names of the resources that a template deploys, as a preview would show them. */
export function deployedNames(template: object, values: Readonly<Record<string, unknown>> = {}): readonly unknown[] {
  return expand(template, values).resources.map(({ declared }) => {
    const names = settle(declared.names).value as unknown[];
    return names.every((name) => typeof name === "string") ? names.join("/") : names;
  });
}
