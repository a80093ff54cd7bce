import type { GrantType } from "../../../../settings";
import { accountCredentials } from "./account-credentials";
import { clientCredentials } from "./client-credentials";
import type { Grant } from "./grant";
import { refreshToken } from "./refresh-token";

/** The supported grants, by the `grant_type` that is sent. */
export const grants: Readonly<Record<GrantType, Grant>> = {
  client_credentials: clientCredentials,
  refresh_token: refreshToken,
  account_credentials: accountCredentials,
};
