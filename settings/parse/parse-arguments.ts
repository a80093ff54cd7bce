import * as z from "zod";
import { cloudNames, type CloudName } from "../../azure";
import { asString } from "../../definition/json";
import {
  connectorArgumentFields,
  refreshArgumentFields,
  refreshPlaceFields,
  tokenArgumentFields,
} from "../fields/argument-fields";
import type { Fields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import { tokenSettings, type TokenSettings } from "../fields/token-settings";
import { withoutUndefined, type WithoutUndefined } from "../fields/without-undefined";
import { cloudProblems } from "../problems/cloud-problems";
import { secretUseProblems } from "../problems/secret-uses";
import { stackProblems } from "../problems/stack-problems";
import { unknownKeyProblem } from "../problems/unknown-key";
import { parseFields } from "./parse-fields";
import { parseToken } from "./parse-token";

/** Arguments that may be outputs of other resources, so that their values can be checked only once they are known. */
export const inputKeys = ["resourceGroupName", "location", "vaultId"] as const;

/** One of the arguments that may be outputs. */
export type InputKey = (typeof inputKeys)[number];

/** Arguments of a component as its program passes them. */
export interface RawArguments {
  /** Those that are plain values. */
  readonly plain: Readonly<Record<string, unknown>>;
  /** Keys of those that are outputs, or have one inside. */
  readonly outputs: ReadonlySet<string>;
}

/** The arguments that are always plain, with every default filled in. */
type PlainArguments<F extends Fields> = WithoutUndefined<z.output<z.ZodObject<Omit<F, InputKey>>>>;

/** Checked arguments; where there are problems, there are no values. */
export type ParsedArguments<T> =
  | { readonly problems: readonly [SettingsProblem, ...SettingsProblem[]] }
  | { readonly problems: readonly []; readonly values: T };

/** Checks the arguments of the component `SetSecretConnector`. */
export function parseConnectorArguments(
  raw: RawArguments,
): ParsedArguments<PlainArguments<typeof connectorArgumentFields>> {
  const { decoded, problems } = parsePlace(connectorArgumentFields, raw, connectorArgumentFields);
  const names = Array.isArray(decoded.allowedSecretNames) ? (decoded.allowedSecretNames as unknown[]) : [];
  return result([...problems, ...secretUseProblems([], names)], () => valuesOf(connectorArgumentFields, decoded));
}

/** Checks the arguments of the component `TokenRefresh`, whose token is always written by `http`. */
export function parseRefreshArguments(
  raw: RawArguments,
): ParsedArguments<PlainArguments<typeof refreshPlaceFields> & { readonly token: TokenSettings }> {
  const place = parsePlace(refreshPlaceFields, raw, refreshArgumentFields);
  const token = parseToken(pick(raw.plain, tokenArgumentFields), "");
  const problems = [
    ...place.problems,
    // An argument that is an output is reported as that, and is not missing too.
    ...token.problems.filter(({ path }) => !raw.outputs.has(path)),
    ...secretUseProblems([token], []),
  ];
  return result(problems, () => ({
    ...valuesOf(refreshPlaceFields, place.decoded),
    token: tokenSettings({ ...(token.keys as object), writePath: "http" }),
  }));
}

/**
 * Checks the arguments that are a stack's, and whether each of all arguments may be there.
 *
 * @param known all arguments of the component
 */
function parsePlace(
  fields: typeof connectorArgumentFields | typeof refreshPlaceFields,
  { plain, outputs }: RawArguments,
  known: Fields,
): { readonly decoded: Readonly<Record<string, unknown>>; readonly problems: readonly SettingsProblem[] } {
  const keys = Object.keys(known);
  const unknown = [...Object.keys(plain), ...outputs].filter((key) => !keys.includes(key));
  const notPlain = [...outputs].filter((key) => keys.includes(key) && !isInput(key));
  const expected = Object.fromEntries(Object.entries<z.ZodType>(fields).filter(([key]) => !outputs.has(key)));
  const { given, values, decoded, problems } = parseFields(expected, pick(plain, fields), "");
  return {
    decoded,
    problems: [
      ...unknown.map((key) => unknownKeyProblem("", key, keys)),
      ...notPlain.map((path) => ({ path, message: notPlainMessage })),
      ...problems,
      ...stackProblems({ given, values }),
      ...cloudProblems({ cloud: cloudNamed(values.cloud), location: asString(values.location) }, {}),
    ],
  };
}

/** The cloud that a component's argument names: no component knows the provider's. */
function cloudNamed(given: unknown): CloudName {
  return cloudNames.find((name) => name === given) ?? "public";
}

/** The problem with the value of an argument that was an output. */
export function inputProblem(key: InputKey, value: unknown): string | undefined {
  const [problem] = parseFields({ [key]: connectorArgumentFields[key] }, { [key]: value }, "").problems;
  return problem?.message;
}

const notPlainMessage =
  "is an output of another resource, or a secret. Expected a plain value, since it decides which resources there are.";

function isInput(key: string): boolean {
  return inputKeys.some((input) => input === key);
}

function pick(values: Readonly<Record<string, unknown>>, fields: Fields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => Object.keys(fields).includes(key)));
}

function valuesOf<F extends Fields>(fields: F, decoded: Readonly<Record<string, unknown>>): PlainArguments<F> {
  const plain = Object.fromEntries(Object.entries(fields).filter(([key]) => !isInput(key))) as unknown as Omit<
    F,
    InputKey
  >;
  return withoutUndefined(z.object(plain).parse(decoded));
}

function result<T>(problems: readonly SettingsProblem[], values: () => T): ParsedArguments<T> {
  const [first, ...rest] = problems;
  return first === undefined ? { problems: [], values: values() } : { problems: [first, ...rest] };
}
