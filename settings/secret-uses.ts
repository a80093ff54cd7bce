import { instanceUrlSecretName, type ParsedToken, type TokenValues } from "./parse-token";
import type { SettingsProblem } from "./settings-error";

type Purpose = "token" | "instance URL" | "client id" | "client secret" | "refresh token";

/** One place of the settings that names a vault secret. */
interface Use {
  readonly path: string;
  readonly purpose: Purpose;
  readonly name: string;
  /** The client that the secret belongs to, as far as it is known. */
  readonly client: string | undefined;
}

/** What is wrong between the secrets of all tokens, and with the names that designers may write. */
export function secretUseProblems(tokens: readonly ParsedToken[], allowedNames: readonly unknown[]): SettingsProblem[] {
  const firstUses = new Map<string, Use>();
  const problems: SettingsProblem[] = [];
  for (const use of tokens.flatMap(usesOf)) {
    const first = firstUses.get(use.name.toLowerCase());
    const message = first && conflict(first, use);
    if (message !== undefined) problems.push({ path: use.path, message });
    if (first === undefined) firstUses.set(use.name.toLowerCase(), use);
  }
  return [...problems, ...allowedNameProblems(allowedNames, firstUses)];
}

function usesOf({ path, values }: ParsedToken): Use[] {
  const client = clientOf(values);
  const uses: [key: string, purpose: Purpose, name: string | undefined][] = [
    ["secretName", "token", values.secretName],
    ["instanceUrl", "instance URL", instanceUrlSecretName(values)],
    ["clientIdSecretName", "client id", values.clientIdSecretName],
    ["clientSecretName", "client secret", values.clientSecretName],
    ["refreshTokenSecretName", "refresh token", values.refreshTokenSecretName],
  ];
  return uses.flatMap(([key, purpose, name]) =>
    name === undefined ? [] : [{ path: `${path}.${key}`, purpose, name, client }],
  );
}

function clientOf({ clientId, clientIdSecretName }: TokenValues): string | undefined {
  if (clientId !== undefined) return `id ${clientId}`;
  return clientIdSecretName === undefined ? undefined : `secret ${clientIdSecretName.toLowerCase()}`;
}

function conflict(first: Use, use: Use): string | undefined {
  const sameness =
    first.name === use.name ? "is the same secret as" : "differs only in case, which Key Vault ignores, from";
  if (first.purpose !== use.purpose) {
    return `${sameness} ${first.path}, which holds the ${first.purpose}; a secret has one use. ${fixOf(use)}`;
  }
  switch (use.purpose) {
    case "token":
    case "instance URL":
      return `${sameness} ${first.path}; each token has a secret of its own. ${fixOf(use)}`;
    case "refresh token":
      return `${sameness} ${first.path}; the first refresh that rotates it would lock the other one out. Get a refresh token for each.`;
    case "client secret":
      return first.client === undefined || use.client === undefined || first.client === use.client
        ? undefined
        : `${sameness} ${first.path}, of another client; a secret has one use. ${fixOf(use)}`;
    case "client id":
      return undefined;
  }
}

function fixOf(use: Use): string {
  return use.purpose === "instance URL"
    ? "It is called {secretName}-instance-url: rename the token's secret, or set instanceUrl to tag."
    : "Give another name.";
}

function allowedNameProblems(allowedNames: readonly unknown[], firstUses: ReadonlyMap<string, Use>): SettingsProblem[] {
  const seen = new Map<string, string>();
  return allowedNames.flatMap((name, index) => {
    if (typeof name !== "string") return [];
    const path = `allowedSecretNames[${index}]`;
    const use = firstUses.get(name.toLowerCase());
    const earlier = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), earlier ?? path);
    if (use !== undefined) return [{ path, message: allowedUse(use) }];
    return earlier === undefined ? [] : [{ path, message: `is the same name as ${earlier}; take one of them out.` }];
  });
}

function allowedUse({ path, purpose }: Use): string {
  return purpose === "token" || purpose === "instance URL"
    ? `is the ${purpose}'s secret of ${path}, which the refresh alone writes; take it out.`
    : `is the ${purpose} of ${path}: whoever may use the connector could replace that credential. Take it out.`;
}
