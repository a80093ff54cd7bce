import { createHash, createHmac } from "node:crypto";

/** Inputs of the properties that Salesforce adds to a token response. */
export interface SalesforceAnswerOptions {
  readonly instanceUrl: string;
  readonly issuedAt: Date;
  readonly clientId: string;
  readonly clientSecret: string;
  /** True for a new refresh token: Salesforce answers one only then. */
  readonly rotated: boolean;
}

/**
 * An answer of RFC 6749 as Salesforce gives it: no `expires_in`, `issued_at` as a string of milliseconds, the URL to
 * call the API at, the user's identity URL and a signature of it.
 *
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm
 */
export function salesforceAnswer(
  answer: Readonly<Record<string, unknown>>,
  options: SalesforceAnswerOptions,
): Record<string, unknown> {
  const { instanceUrl, clientId, clientSecret } = options;
  const issuedAt = String(options.issuedAt.getTime());
  const digits = createHash("sha256").update(clientId).digest("hex").slice(0, 12).toUpperCase();
  const id = `${instanceUrl}/id/00D${digits}MAA/005${digits}AAM`;
  return {
    access_token: answer["access_token"],
    ...(options.rotated && answer["refresh_token"] !== undefined ? { refresh_token: answer["refresh_token"] } : {}),
    signature: createHmac("sha256", clientSecret).update(`${id}${issuedAt}`).digest("base64"),
    ...(answer["scope"] !== undefined ? { scope: answer["scope"] } : {}),
    instance_url: instanceUrl,
    id,
    token_type: "Bearer",
    issued_at: issuedAt,
  };
}
