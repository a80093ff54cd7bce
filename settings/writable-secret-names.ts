import type { Settings } from "./settings";

/** Names that may be written through the connector, as written in the settings, sorted; empty: no connector is needed. */
export function writableSecretNames(settings: Pick<Settings, "tokens" | "allowedSecretNames">): string[] {
  const byConnector = settings.tokens
    .filter(({ writePath }) => writePath === "connector")
    .flatMap(({ secretName, instanceUrlSecretName }) => [
      secretName,
      ...(instanceUrlSecretName === undefined ? [] : [instanceUrlSecretName]),
    ]);
  const names = new Map([...settings.allowedSecretNames, ...byConnector].map((name) => [name.toLowerCase(), name]));
  // By code unit, so that the order is the same on every machine.
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
