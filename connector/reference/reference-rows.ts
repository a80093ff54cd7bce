import type { OpenAPIV2 } from "openapi-types";
import { secretSchemas } from "../operation/secret-schemas";
import { setSecretDocument, setSecretPath } from "../operation/set-secret-document";

/** The document that the reference describes; that of a stack also lists the stack's names. */
export const document = setSecretDocument([]);

export const { put: operation = { responses: {} } } = document.paths[setSecretPath] as OpenAPIV2.PathItemObject;

/** Rows of the parameters: the secret's name, and the leaves of the body. */
export function parameterRows(): readonly string[][] {
  const name = pathParameter();
  return [
    [code(name.name), summaryOf(name), "drop-down", requiredOrNot(name.required), name.description ?? ""],
    ...leavesOf(secretSchemas.SecretSetParameters).map(({ path, schema, required }) => [
      code(path),
      summaryOf(schema),
      typeOf(schema),
      requiredOrNot(required),
      schema.description ?? "",
    ]),
  ];
}

/** Rows of the properties of a successful response. */
export function responsePropertyRows(): readonly string[][] {
  return leavesOf(secretSchemas.SecretItem).map(({ path, schema }) => [
    code(path),
    typeOf(schema),
    schema.description ?? "",
  ]);
}

/** Rows of the response statuses, each with its schema. */
export function statusRows(): readonly string[][] {
  return Object.entries(operation.responses).map(([status, response]) => {
    if (response === undefined || "$ref" in response) return [status, "", ""];
    const schema = response.schema?.$ref?.split("/").at(-1) ?? "";
    return [status === "default" ? "any other" : status, code(schema), response.description];
  });
}

/** Names of the query parameters that the designer hides. */
export function hiddenQueries(): readonly string[] {
  return parameters().flatMap((parameter) => (parameter.in === "query" ? [parameter.name] : []));
}

/** The pattern of a secret's name. */
export function namePattern(): string {
  return pathParameter().pattern ?? "";
}

/** Name of the query parameter that carries the connection's key. */
export function keyName(): string {
  const { api_key: key } = document.securityDefinitions ?? {};
  return key?.type === "apiKey" ? key.name : "";
}

interface SchemaLeaf {
  readonly path: string;
  readonly schema: OpenAPIV2.SchemaObject;
  readonly required: boolean;
}

function leavesOf(schema: OpenAPIV2.SchemaObject, prefix = ""): readonly SchemaLeaf[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    return property.properties === undefined
      ? [{ path, schema: property, required: schema.required?.includes(name) ?? false }]
      : leavesOf(property, `${path}.`);
  });
}

function parameters(): readonly OpenAPIV2.GeneralParameterObject[] {
  return (operation.parameters ?? []) as OpenAPIV2.GeneralParameterObject[];
}

function pathParameter(): OpenAPIV2.GeneralParameterObject {
  const found = parameters().find((parameter) => parameter.in === "path");
  if (found === undefined) throw new Error("The document has no path parameter.");
  return found;
}

function summaryOf(described: object): string {
  const summary: unknown = Reflect.get(described, "x-ms-summary");
  return typeof summary === "string" ? summary : "";
}

function typeOf({ type, format, additionalProperties }: OpenAPIV2.SchemaObject): string {
  if (additionalProperties !== undefined) return "object of strings";
  return [type, ...(format === undefined ? [] : [`(${format})`])].join(" ");
}

function requiredOrNot(required: boolean | undefined): string {
  return required === true ? "yes" : "no";
}

function code(text: string): string {
  return `\`${text}\``;
}
