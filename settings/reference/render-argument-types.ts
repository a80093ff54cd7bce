import * as z from "zod";
import { connectorArgumentFields, refreshArgumentFields } from "../fields/argument-fields";
import { unwrap } from "../fields/unwrap-schema";
import { inputKeys } from "../parse/parse-arguments";
import { referenceRows } from "./reference-rows";

/** Names of the enumerations, by the argument whose values they are. A type `Provider` would be the package's own. */
const enumNames: Readonly<Record<string, string>> = {
  cloud: "AzureCloud",
  authorizationModel: "AuthorizationModel",
  grantScope: "GrantScope",
  identity: "ManagedIdentity",
  provider: "TokenProvider",
  grantType: "GrantType",
  clientAuthentication: "ClientAuthentication",
  instanceUrl: "InstanceUrlStorage",
};

/**
 * Renders `component/arguments.ts`: the arguments of the components for other languages, as TypeScript from which
 * Pulumi infers the schema. It takes enumerations and mutable arrays, and no unions of literals.
 */
export function renderArgumentTypes(): string {
  const all: Readonly<Record<string, z.ZodType>> = { ...connectorArgumentFields, ...refreshArgumentFields };
  return [
    "// Written by `npm run settings` from the schemas in settings/; edit those.",
    'import type * as pulumi from "@pulumi/pulumi";',
    ...Object.entries(enumNames).map(([key, name]) => enumeration(name, all[key])),
    interfaceOf("SetSecretConnectorArgs", "The arguments of SetSecretConnector.", connectorArgumentFields),
    interfaceOf("TokenRefreshArgs", "The arguments of TokenRefresh.", refreshArgumentFields),
  ]
    .join("\n\n")
    .concat("\n");
}

function enumeration(name: string, schema: z.ZodType | undefined): string {
  const values = schema === undefined ? undefined : unwrap(schema);
  if (!(values instanceof z.ZodEnum)) throw new TypeError(`${name} is not of an enumeration`);
  const members = values.options.map((value) => `  ${memberName(String(value))} = ${JSON.stringify(value)},`);
  return [`export enum ${name} {`, ...members, "}"].join("\n");
}

/** `client_credentials` becomes `ClientCredentials`. */
function memberName(value: string): string {
  return value.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function interfaceOf(name: string, description: string, fields: Readonly<Record<string, z.ZodType>>): string {
  const members = referenceRows(fields).flatMap(({ key, description: text, defaultShown }) => {
    const schema = fields[key];
    if (schema === undefined) return [];
    const isRequired = !schema.safeParse(undefined).success;
    const end = isRequired || defaultShown === undefined || defaultShown === "–" ? "" : ` Default: ${defaultShown}.`;
    return [
      `  /** ${text}${end.replaceAll("**", "")} */`,
      `  ${key}${isRequired ? "" : "?"}: ${inputKeys.some((input) => input === key) ? "pulumi.Input<string>" : typeOf(key, schema)};`,
    ];
  });
  return [`/** ${description} */`, `export interface ${name} {`, ...members, "}"].join("\n");
}

function typeOf(key: string, schema: z.ZodType): string {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodEnum) return enumNames[key] ?? "string";
  if (bare instanceof z.ZodBoolean) return "boolean";
  if (bare instanceof z.ZodNumber) return "number";
  if (bare instanceof z.ZodArray) return "string[]";
  return bare instanceof z.ZodString ? "string" : "Record<string, string>";
}
