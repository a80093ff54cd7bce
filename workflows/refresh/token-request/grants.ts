import type { GrantType, TokenSettings } from "../../../settings";
import { encodedCredential } from "./encoded-credential";

/** What differs between OAuth 2.0 grant types, besides the keys in `settings/values/grants.ts`. */
interface Grant {
  /**
   * Names of the vault secrets that hold the grant's credentials, besides the client's, by the name of the action that
   * reads each.
   */
  credentials(this: void, token: TokenSettings): Readonly<Record<string, string>>;
  /** Form fields with these credentials, already encoded. */
  readonly formFields: readonly string[];
  /** A request whose response was lost may be sent again. */
  readonly isRepeatable: boolean;
  /** The credential that the server may replace in its response. @default the server replaces none */
  readonly rotates?: RotatedCredential;
}

/** A credential that each token response may replace. */
interface RotatedCredential {
  /** Action that reads it from the vault. */
  readonly readBy: string;
  /** Name of the vault secret that holds it. */
  secretName(this: void, token: TokenSettings): string | undefined;
}

const readRefreshToken = "Get_refresh_token";

/** The client's own credentials are all that is needed. */
const clientAlone: Grant = { credentials: () => ({}), formFields: [], isRepeatable: true };

/** The supported grants, by the `grant_type` that is sent. */
export const grants: Readonly<Record<GrantType, Grant>> = {
  // RFC 6749, section 4.4.
  client_credentials: clientAlone,
  // RFC 6749, section 6.
  refresh_token: {
    credentials: ({ refreshTokenSecretName: name }) => (name === undefined ? {} : { [readRefreshToken]: name }),
    formFields: [`refresh_token=@{${encodedCredential(readRefreshToken)}}`],
    // A request that timed out may have rotated the refresh token, and reusing an old one revokes all of them.
    isRepeatable: false,
    rotates: { readBy: readRefreshToken, secretName: ({ refreshTokenSecretName }) => refreshTokenSecretName },
  },
  // Zoom's grant for server-to-server apps: https://developers.zoom.us/docs/internal-apps/s2s-oauth/
  account_credentials: clientAlone,
};
