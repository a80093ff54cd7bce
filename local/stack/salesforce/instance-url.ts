import { findProvider } from "../../../emulator/authorization-server";

/** The `instance_url` of the answers of the server at a token URL; undefined if they have none. */
export function sentInstanceUrl(tokenUrl: string): string | undefined {
  const { host } = new URL(tokenUrl);
  const client = { clientId: "client", clientSecret: "" };
  const body = findProvider(tokenUrl).answer.body({
    ...{ accessToken: "token", expiresIn: 1, issuedAt: new Date(0) },
    ...{ host, client },
  });
  return typeof body["instance_url"] === "string" ? body["instance_url"] : undefined;
}
