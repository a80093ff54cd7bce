import type { KoaContextWithOIDC } from "oidc-provider";
import type { JsonObject } from "../../definition/json";
import type { OAuthProvider } from "./oauth-provider";

/** Writes a body of a token endpoint as its provider does. */
export function writeAnswer(
  context: Pick<KoaContextWithOIDC, "accepts" | "status" | "body" | "set">,
  { contentType = "application/json; charset=utf-8", formEncodedByDefault = false }: OAuthProvider,
  status: number,
  body: JsonObject,
): void {
  const asForm = formEncodedByDefault && context.accepts("application/x-www-form-urlencoded", "json") !== "json";
  context.status = status;
  context.body = asForm
    ? new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString()
    : JSON.stringify(body);
  context.set("content-type", asForm ? "application/x-www-form-urlencoded; charset=utf-8" : contentType);
}
