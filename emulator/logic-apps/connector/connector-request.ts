import { asObject, asString } from "../../../definition/json";
import type { HttpRequest } from "../../network";
import { writeContent } from "../content";
import { actionFailure, type ActionFailure } from "../errors";
import type { ConnectorConnection } from "../workflow-resource";
import { actionBehaviours as behaviours } from "../action-behaviours";

/** An ApiConnection action's request, before the connector runtime has it. */
export interface OperationCall {
  readonly method: string;
  readonly path: string;
  readonly queries: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * The request that the connector runtime sends to the backend: to `serviceUrl`, with the connection's API key.
 *
 * It sends what the action carries: defaults of the document are the designer's to fill in, and `enum`s are not checked.
 */
export function connectorRequest(
  call: OperationCall,
  connection: ConnectorConnection,
): { readonly request: HttpRequest } | { readonly error: ActionFailure } {
  const { path, error } = operationPath(call, connection);
  if (path === undefined) return { error };
  const { apiKey } = connection;
  const url = new URL(`${connection.serviceUrl.replace(/\/$/, "")}${path}`);
  for (const [name, value] of Object.entries(call.queries)) url.searchParams.append(name, value);
  if (apiKey?.in === "query") url.searchParams.set(apiKey.name, apiKey.value);
  const content = writeContent(call.body);
  const request: HttpRequest = {
    method: call.method.toUpperCase(),
    url: url.href,
    headers: {
      ...(content === undefined ? {} : { "content-type": content.contentType }),
      ...call.headers,
      ...(apiKey?.in === "header" ? { [apiKey.name]: apiKey.value } : {}),
    },
    ...(content === undefined ? {} : { body: content.body }),
  };
  return { request };
}

type Found =
  { readonly path: string; readonly error?: never } | { readonly path?: never; readonly error: ActionFailure };

/** The path below `serviceUrl`, when the document has an operation of that method and path. */
function operationPath(call: OperationCall, connection: ConnectorConnection): Found {
  const path = call.path.startsWith("/") ? call.path : `/${call.path}`;
  const method = call.method.toLowerCase();
  const known = Object.entries(asObject(asObject(connection.swagger).paths)).some(
    ([template, item]) => asObject(item)[method] !== undefined && matches(template, path),
  );
  if (known) return { path };
  const title = asString(asObject(asObject(connection.swagger).info).title);
  const message = `The connector '${title}' has no operation '${call.method.toUpperCase()} ${path}'.`;
  return { error: actionFailure(behaviours.operationNotFound, message) };
}

function matches(template: string, path: string): boolean {
  const expected = template.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((segment, index) =>
      /^\{[^{}]+\}$/.test(segment) ? actual[index] !== "" : segment === actual[index],
    )
  );
}
