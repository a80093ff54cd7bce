import type { TokenSettings } from "../../../../settings";

/** Everything that differs between OAuth 2.0 grant types. */
export interface Grant {
  /**
   * Names of the vault secrets that hold the grant's credentials, besides the client's, by the name of the action that
   * reads each.
   */
  credentials(this: void, token: TokenSettings): Readonly<Record<string, string>>;
  /** Form fields of the token request besides `grant_type`, the client's credentials and `scope`, already encoded. */
  formFields(this: void, token: TokenSettings): readonly string[];
  /** A request whose response was lost may be sent again. */
  readonly isRepeatable: boolean;
  /** The credential that the server may replace in its response. @default the server replaces none */
  readonly rotates?: RotatedCredential;
}

/** A credential that each token response may replace. */
export interface RotatedCredential {
  /** Action that reads it from the vault. */
  readonly readBy: string;
  /** Name of the vault secret that holds it. */
  secretName(this: void, token: TokenSettings): string | undefined;
}
