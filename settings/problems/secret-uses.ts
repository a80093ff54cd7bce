import type { ParsedFields } from "../fields/parsed-fields";
import { keyPath, type SettingsProblem } from "../fields/settings-problem";
import type { tokenFields } from "../fields/token-fields";
import { instanceUrlSecretName } from "../fields/token-settings";

type TokenValues = ParsedFields<typeof tokenFields>["values"];

/** The valid keys of a token, and its path. */
interface TokenAtPath {
  readonly path: string;
  readonly values: TokenValues;
}

type Purpose = "token" | "instance URL" | "client ID" | "client secret" | "refresh token";

/** A setting that names a vault secret. */
interface Use {
  readonly path: string;
  readonly purpose: Purpose;
  readonly name: string;
  /** The client that the secret belongs to; `undefined` if its ID is not valid. */
  readonly client: string | undefined;
}

/** Problems between the secrets of all tokens, and with the names that other Logic Apps may write. */
export function secretUseProblems(tokens: readonly TokenAtPath[], allowedNames: readonly unknown[]): SettingsProblem[] {
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

function usesOf({ path, values }: TokenAtPath): Use[] {
  const client = clientOf(values);
  const uses: [key: string, purpose: Purpose, name: string | undefined][] = [
    ["secretName", "token", values.secretName],
    ["instanceUrl", "instance URL", instanceUrlSecretName(values)],
    ["clientIdSecretName", "client ID", values.clientIdSecretName],
    ["clientSecretName", "client secret", values.clientSecretName],
    ["refreshTokenSecretName", "refresh token", values.refreshTokenSecretName],
  ];
  return uses.flatMap(([key, purpose, name]) =>
    name === undefined ? [] : [{ path: keyPath(path, key), purpose, name, client }],
  );
}

function clientOf({ clientId, clientIdSecretName }: TokenValues): string | undefined {
  if (clientId !== undefined) return `id ${clientId}`;
  return clientIdSecretName === undefined ? undefined : `secret ${clientIdSecretName.toLowerCase()}`;
}

function conflict(first: Use, use: Use): string | undefined {
  const sameness =
    first.name === use.name ? "is the same secret as" : "differs only in case (which Key Vault ignores) from";
  if (first.purpose !== use.purpose) {
    return `${sameness} ${first.path}, which holds the ${first.purpose}. A secret can have only one purpose. ${fixOf(use)}`;
  }
  switch (use.purpose) {
    case "token":
    case "instance URL":
      return `${sameness} ${first.path}. Each token needs its own secret. ${fixOf(use)}`;
    case "refresh token":
      return `${sameness} ${first.path}. The first refresh that rotates it would invalidate it for the other token. Obtain a refresh token for each.`;
    case "client secret":
      return first.client === undefined || use.client === undefined || first.client === use.client
        ? undefined
        : `${sameness} ${first.path}, which belongs to another client. A secret can have only one purpose. ${fixOf(use)}`;
    case "client ID":
      return undefined;
  }
}

function fixOf(use: Use): string {
  return use.purpose === "instance URL"
    ? "It is named {secretName}-instance-url: rename the token's secret, or set instanceUrl to tag."
    : "Use another name.";
}

function allowedNameProblems(allowedNames: readonly unknown[], firstUses: ReadonlyMap<string, Use>): SettingsProblem[] {
  const firstPaths = new Map<string, string>();
  return allowedNames.flatMap((name, index) => {
    if (typeof name !== "string") return [];
    const path = `allowedSecretNames[${index}]`;
    const use = firstUses.get(name.toLowerCase());
    const earlier = firstPaths.get(name.toLowerCase());
    firstPaths.set(name.toLowerCase(), earlier ?? path);
    if (use !== undefined) return [{ path, message: allowedUse(use) }];
    return earlier === undefined ? [] : [{ path, message: `is the same name as ${earlier}. Remove one of them.` }];
  });
}

function allowedUse({ path, purpose }: Use): string {
  return purpose === "token" || purpose === "instance URL"
    ? `is the ${purpose}'s secret of ${path}, which only the refresh may write. Remove it.`
    : `is the ${purpose} of ${path}: anyone with access to the connector could replace that credential. Remove it.`;
}
