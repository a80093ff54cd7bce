import type { IncomingMessage, ServerResponse } from "node:http";
import { hasToken, isFromPage, type PageAccess } from "./admit-request";
import { securityHeaders } from "./security-headers";

/** One path of the server. */
export interface Route {
  readonly method: "GET" | "POST";
  /** True for what needs no token. @default false */
  readonly isPublic?: true;
  answer(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** Answers a request by the route of its path, or refuses it, without saying why. */
export async function answerByRoute(
  request: IncomingMessage,
  response: ServerResponse,
  routes: ReadonlyMap<string, Route>,
  access: PageAccess,
): Promise<void> {
  // The whole target: a query is part of no path here, so that none can carry a token.
  const route = routes.get(request.url ?? "");
  if (!isFromPage(request, access)) refuse(response, 403);
  else if (route === undefined) refuse(response, 404);
  else if (route.method !== request.method) refuse(response, 405, { allow: route.method });
  else if (route.isPublic !== true && !hasToken(request, access)) refuse(response, 403);
  else await route.answer(request, response);
}

/** Answers with a status and nothing else. */
export function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...securityHeaders, ...headers, "content-length": "0" }).end();
}
