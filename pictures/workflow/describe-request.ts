import {
  allClouds,
  findSecretOperation,
  findServiceBusOperation,
  serviceBusAudiences,
  managementAudiencesOf,
  serviceBusHost,
  vaultAudiences,
  vaultHost,
} from "../../azure";
import type { JsonObject } from "../../definition";
import { ExpressionSyntaxError, parseTemplate } from "../../definition/expressions";
import { asObject, asString } from "../../definition/json";

/** Stands for what an expression gives. */
const gap = "{}";

/** Audiences of Azure Resource Manager, whose hosts are its addresses. */
const managementAudiences: ReadonlySet<string> = new Set(allClouds.flatMap(managementAudiencesOf));

/** Describes an HTTP request by whom it is sent to, and the operation where that is known. */
export function describeRequest(inputs: JsonObject): string {
  const method = methodOf(inputs);
  const { host, path } = splitAddress(literalText(inputs.uri));
  const audience = asString(asObject(inputs.authentication).audience);
  if (vaultHost.test(host) || vaultAudiences.test(audience)) {
    return `Key Vault: ${wordsOf(findSecretOperation(method, path)?.operation.name) ?? method}`;
  }
  if (serviceBusHost.test(host) || serviceBusAudiences.test(audience)) {
    return `Service Bus: ${wordsOf(findMessageOperation(method, path)) ?? method}`;
  }
  if ([`https://${host}`, audience.toLowerCase()].some((address) => managementAudiences.has(address))) {
    return `Resource Manager: ${describeArm(method, path)}`;
  }
  if (asksForToken(inputs.body)) return "Token server: Request token";
  if (/\/introspect(?:ion)?\/?$/i.test(path)) return "Token server: Introspect token";
  // Every resource of Salesforce's REST API is below this path.
  if (/^\/services\/data\//i.test(path)) return `Salesforce: ${method}`;
  return `HTTP: ${host === "" || host.includes(gap) ? method : `${method} ${host}`}`;
}

/** Describes a call through a connection: of Set secret as such, of any other by the connection. */
export function describeConnectorCall(inputs: JsonObject): string {
  const operation = findSecretOperation(methodOf(inputs), splitAddress(`//${gap}${literalText(inputs.path)}`).path);
  if (operation?.operation.name === "SetSecret") return "Connector: Set secret";
  const { connection } = asObject(inputs.host);
  const { name, referenceName } = asObject(connection);
  const [, key] = /^@parameters\('\$connections'\)\??\['([^']+)'\]/i.exec(asString(name)) ?? [];
  return `Connector: ${key ?? (asString(referenceName) || methodOf(inputs))}`;
}

/** A grant request has its type as a parameter of the form. https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2 */
function asksForToken(body: unknown): boolean {
  return /(?:^|[&"{\s])grant_type["=]/.test(
    typeof body === "string" ? body : Object.keys(asObject(body)).join("&") + "=",
  );
}

/** One expression may give both segments that a locked message's address ends with. */
function findMessageOperation(method: string, path: string): string | undefined {
  const operation = findServiceBusOperation(method, path) ?? findServiceBusOperation(method, `${path}/${gap}`);
  return operation?.operation.name;
}

function describeArm(method: string, path: string): string {
  if (method === "POST" && /\/triggers\/[^/]+\/run$/i.test(path)) return "Run trigger";
  if (method === "GET" && /\/runs$/i.test(path)) return "List runs";
  return method;
}

/** `GetSecretVersions` as `Get secret versions`. */
function wordsOf(name: string | undefined): string | undefined {
  return name?.replaceAll(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function methodOf({ method }: JsonObject): string {
  return /^[a-z]+$/i.test(asString(method)) ? asString(method).toUpperCase() : "request";
}

/** An address by its host, without user and port, and its path. An address that begins with an expression has no host. */
function splitAddress(address: string): { readonly host: string; readonly path: string } {
  const [, authority = "", path = ""] = /^(?:(?:https?:)?\/\/([^/?#]*)|(?:\{\})+)([^?#]*)/i.exec(address) ?? [];
  return { host: authority.replace(/^.*@/, "").replace(/:\d*$/, "").toLowerCase(), path };
}

/** A text of a definition with `{}` for each expression. */
function literalText(value: unknown): string {
  try {
    const template = parseTemplate(asString(value));
    if (template.kind === "text") return template.text;
    if (template.kind === "expression") return gap;
    return template.parts.map((part) => (typeof part === "string" ? part : gap)).join("");
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return gap;
    throw error;
  }
}
