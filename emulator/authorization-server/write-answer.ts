import type { KoaContextWithOIDC } from "oidc-provider";
import type { JsonObject } from "../../definition/json";
import { exercise, type Success } from "../provenance";
import type { OAuthProvider } from "./oauth-provider";

/** Answers as a record says, in the provider's content type. Nothing else writes an answer of an authorization server. */
export function writeAnswer(
  context: Pick<KoaContextWithOIDC, "accepts" | "status" | "body" | "set">,
  { contentType, formEncodedByDefault }: OAuthProvider,
  record: Success,
  body: JsonObject,
): void {
  const asForm =
    formEncodedByDefault !== undefined && context.accepts("application/x-www-form-urlencoded", "json") !== "json";
  if (asForm) exercise(formEncodedByDefault);
  context.status = exercise(record).status;
  context.body = asForm
    ? new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString()
    : JSON.stringify(body);
  context.set("content-type", asForm ? "application/x-www-form-urlencoded; charset=utf-8" : contentType);
}
