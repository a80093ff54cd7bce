import type { Settings } from "./fields/stack-settings";
import { instanceUrlSecretName } from "./fields/token-settings";

/** Names that may be written through the connector, in the case of the settings, sorted. If empty, none is needed. */
export function writableSecretNames(settings: Pick<Settings, "tokens" | "allowedSecretNames">): string[] {
  const byConnector = settings.tokens
    .filter(({ writePath }) => writePath === "connector")
    .flatMap((token) => [token.secretName, instanceUrlSecretName(token) ?? []].flat());
  const names = new Map([...settings.allowedSecretNames, ...byConnector].map((name) => [name.toLowerCase(), name]));
  // By code unit, so that the order is the same on every machine.
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
