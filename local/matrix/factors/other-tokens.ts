import type { TokenKeys } from "./token-factors";

/** A token by a refresh token of another server, written by HTTP. */
const another: TokenKeys = {
  secretName: "erp-token",
  grantType: "refresh_token",
  tokenUrl: "https://auth.example.org/token",
  clientId: "erp-client",
  clientSecretName: "erp-client-secret",
  refreshTokenSecretName: "erp-refresh-token",
  writePath: "http",
};

/** Alternatives for what tokens a stack has besides the first one. */
export const otherTokens: Readonly<Record<string, (first: TokenKeys) => readonly TokenKeys[]>> = {
  one: () => [],
  "one more of the client": (first) => [
    {
      ...first,
      secretName: "crm-second-token",
      ...(first.refreshTokenSecretName === undefined ? {} : { refreshTokenSecretName: "crm-second-refresh-token" }),
    },
  ],
  "one more of another server": () => [another],
};
