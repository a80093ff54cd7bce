import { asObject } from "../../definition";
import { asString } from "../../definition/json";
import { findSecretOperation } from "../../azure";
import { isCredentialName } from "../credentials";
import type { DocumentOperation } from "./document-operations";
import { dereference, documentOperations, operationKey } from "./document-operations";
import { schemaProperties } from "./schema-properties";

/** Problem of a connector's document. */
export interface DocumentProblem {
  readonly problem:
    | "operation-not-declared"
    | "not-https"
    | "value-not-marked"
    | "value-in-response"
    | "secret-in-address"
    | "names-not-limited";
  /** Within the document. */
  readonly path: string;
  readonly message: string;
}

/** Checks whether a document has operations on a vault's secrets: only of such a connector anything is asked. */
export function writesToVault(document: unknown): boolean {
  return documentOperations(document).some(
    ({ method, requestPath, parameters }) =>
      findSecretOperation(method, requestPath) !== undefined || (isBehindWorkflow(document) && namesSecret(parameters)),
  );
}

/** Checks whether a document's host is a Logic App's trigger. */
function isBehindWorkflow(document: unknown): boolean {
  const { host } = asObject(document);
  return typeof host === "string" && /\.logic\.azure\.(com|us|cn)$/i.test(host);
}

function namesSecret(parameters: DocumentOperation["parameters"]): boolean {
  return parameters.some(({ name }) => typeof name === "string" && /^secret[-_ ]?name$/i.test(name));
}

/**
 * Everything that a connector of vault secrets should not let through.
 *
 * @param allowedOperations such as `PUT /secrets/{secret-name}`; the names of placeholders do not matter
 */
export function documentProblems(document: unknown, allowedOperations: readonly string[]): readonly DocumentProblem[] {
  const allowed = new Set(
    allowedOperations.map((operation) => {
      const [method = "", path = ""] = operation.split(" ");
      return operationKey(method, path);
    }),
  );
  const { schemes } = asObject(document);
  const isHttps = Array.isArray(schemes) && schemes.length > 0 && schemes.every((scheme) => scheme === "https");
  return [
    ...(isHttps || typeof schemes === "symbol"
      ? []
      : [problem("not-https", "schemes", 'The document\'s schemes must be exactly ["https"].')]),
    ...documentOperations(document).flatMap((operation) => [
      ...(allowed.has(operationKey(operation.method, operation.requestPath))
        ? []
        : [
            problem(
              "operation-not-declared",
              place(operation),
              `${shown(operation)} is none of the allowed operations.`,
            ),
          ]),
      ...parameterProblems(document, operation),
      ...responseProblems(document, operation),
    ]),
  ];
}

function parameterProblems(document: unknown, operation: DocumentOperation): readonly DocumentProblem[] {
  const at = `${place(operation)}.parameters`;
  return operation.parameters.flatMap((parameter): readonly DocumentProblem[] => {
    const name = typeof parameter.name === "string" ? parameter.name : "";
    if (parameter.in === "body") {
      const secrets = schemaProperties(document, parameter.schema).filter((property) =>
        isSecretProperty(property.name),
      );
      return secrets
        .filter(({ schema }) => !isMarkedSecret(schema))
        .map(({ path }) =>
          problem("value-not-marked", at, `The body's "${path}" must have "format": "password", which hides it.`),
        );
    }
    if (isMarkedSecret(parameter) || isSecretProperty(name)) {
      return [
        problem(
          "secret-in-address",
          at,
          `The ${asString(parameter.in)} parameter "${name}" is secret: addresses are logged.`,
        ),
      ];
    }
    const segment = findSecretOperation(operation.method, operation.requestPath)?.secretName;
    return parameter.in === "path" && segment === `{${name}}` && !isLimited(parameter.enum)
      ? [
          problem(
            "names-not-limited",
            at,
            `The path parameter "${name}" must list the names that may be used in "enum".`,
          ),
        ]
      : [];
  });
}

function responseProblems(document: unknown, operation: DocumentOperation): readonly DocumentProblem[] {
  return Object.entries(operation.responses).flatMap(([status, response]) => {
    const { schema, examples } = dereference(document, response);
    const secrets = schemaProperties(document, schema).filter(
      (property) => isSecretProperty(property.name) || isMarkedSecret(property.schema),
    );
    const at = `${place(operation)}.responses.${status}`;
    return [
      ...secrets.map(({ path }) => problem("value-in-response", at, `The answer ${status} has the secret "${path}".`)),
      ...(holdsValue(examples)
        ? [problem("value-in-response", at, `An example of the answer ${status} has a value.`)]
        : []),
    ];
  });
}

function problem(kind: DocumentProblem["problem"], path: string, message: string): DocumentProblem {
  return { problem: kind, path, message };
}

function place({ path, method }: DocumentOperation): string {
  return `paths["${shownPath(path)}"].${method.toLowerCase()}`;
}

function shown({ method, path }: DocumentOperation): string {
  return `${method} ${shownPath(path)}`;
}

/** A path may hold what should not be in it, and what looks like a credential is not repeated. */
function shownPath(path: string): string {
  const [withoutQuery = ""] = path.split(/[?#]/);
  return withoutQuery
    .split("/")
    .map((segment) => (/^(\{[\w-]{1,40}\}|[a-z-]{1,20})?$/i.test(segment) ? segment : "*"))
    .join("/");
}

function isSecretProperty(name: string): boolean {
  return name.toLowerCase() === "value" || isCredentialName(name);
}

function isMarkedSecret(schema: unknown): boolean {
  const { format, type, ...rest } = asObject(schema);
  return format === "password" || type === "securestring" || rest["x-ms-secret"] === true;
}

function isLimited(names: unknown): boolean {
  if (typeof names === "symbol") return true;
  return (
    Array.isArray(names) &&
    names.length > 0 &&
    names.every((name) => typeof name === "string" || typeof name === "symbol")
  );
}

function holdsValue(examples: unknown): boolean {
  return Object.values(asObject(examples)).some((example) => "value" in asObject(example));
}
