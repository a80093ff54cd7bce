/** A way to refresh: a grant, and how the token is written. */
export interface Combination {
  readonly grant: "client_credentials" | "refresh_token";
  readonly writePath: "connector" | "http";
}

const combination = (grant: Combination["grant"], writePath: Combination["writePath"]): Combination => ({
  grant,
  writePath,
});

/** Where a fault can happen. */
export const everywhere: readonly Combination[] = [
  combination("client_credentials", "http"),
  combination("client_credentials", "connector"),
  combination("refresh_token", "http"),
  combination("refresh_token", "connector"),
];
/** Where a refresh token may rotate. */
export const byRefreshToken = everywhere.filter(({ grant }) => grant === "refresh_token");
/** Where a relay writes. */
export const byConnector = everywhere.filter(({ writePath }) => writePath === "connector");

/** Where the workflow writes itself. */
export const byHttp = everywhere.filter(({ writePath }) => writePath === "http");

/** The name of a combination, such as `client_credentials/http`. */
export function combinationName({ grant, writePath }: Combination): string {
  return `${grant}/${writePath}`;
}
