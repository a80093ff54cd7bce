import * as z from "zod";
import { nameInResourceGroupId, partsOfVaultId } from "./azure-ids";
import { parseFields, type ParsedFields } from "./parse-fields";
import { buildToken, parseToken, required } from "./parse-token";
import { secretUseProblems } from "./secret-uses";
import type { ExistingRoleIds, ResourceGroup, Settings, TokenSettings, Vault } from "./settings";
import { SettingsError, type SettingsProblem } from "./settings-error";
import { stackFields } from "./stack-fields";
import { optionNotes } from "./option-notes";
import { stackProblems } from "./stack-problems";
import { versionNotes } from "./version-note";

/** Tokens are read one by one, so that a bad one hides nothing of the others. */
const fields = { ...stackFields, tokens: z.array(z.unknown()).meta(stackFields.tokens.meta() ?? {}) };

type StackValues = ParsedFields<typeof fields>["values"];

/**
 * Checks a stack's configuration and makes one read-only object of it.
 *
 * `raw` holds the project's keys without its namespace; values are text, as Pulumi hands them (lists and objects as
 * JSON), or what a YAML parser made of a stack file. An empty value counts as not given.
 *
 * `notes` are worth telling the user, and no errors.
 *
 * @throws {SettingsError} with everything that is wrong, and with no value that may be a secret.
 */
export function parseSettings(raw: Readonly<Record<string, unknown>>): {
  settings: Settings;
  notes: readonly string[];
} {
  const stack = parseFields(fields, raw, "");
  const tokens = listOf(stack.decoded.tokens).map((token, index) => parseToken(token, `tokens[${index}]`));
  const problems: SettingsProblem[] = [
    ...stack.problems,
    ...stackProblems(stack),
    ...tokens.flatMap((token) => token.problems),
    ...secretUseProblems(tokens, listOf(stack.decoded.allowedSecretNames)),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  const built = tokens.map(({ values }) => buildToken(values));
  return {
    settings: buildSettings(stack.values, built),
    notes: [...versionNotes(built), ...optionNotes(built, stack.values.existingRoleIds)],
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function buildSettings(values: StackValues, tokens: readonly TokenSettings[]): Settings {
  const authorizationModel = values.authorizationModel ?? "rbac";
  return {
    ...(values.location === undefined ? {} : { location: values.location }),
    resourceGroup: resourceGroupOf(values),
    vault: vaultOf(values),
    authorizationModel,
    grantScope: values.grantScope ?? (authorizationModel === "rbac" ? "secret" : "vault"),
    ...(values.existingRoleIds === undefined ? {} : { existingRoleIds: rolesOf(values.existingRoleIds) }),
    identity: required(values.identity),
    softDeleteRetentionDays: required(values.softDeleteRetentionDays),
    tags: values.tags ?? {},
    allowedSecretNames: values.allowedSecretNames ?? [],
    allowedCallerIpRanges: values.allowedCallerIpRanges ?? [],
    runHistoryIpRanges: values.runHistoryIpRanges ?? [],
    alerts: required(values.alerts),
    alertEmails: values.alertEmails ?? [],
    ...(values.actionGroupId === undefined ? {} : { actionGroupId: values.actionGroupId }),
    ...(values.logAnalyticsWorkspaceId === undefined
      ? {}
      : { logAnalyticsWorkspaceId: values.logAnalyticsWorkspaceId }),
    cloud: required(values.cloud),
    tokens,
  };
}

function resourceGroupOf({ resourceGroupId: id, resourceGroupName: name }: StackValues): ResourceGroup {
  if (id !== undefined) return { kind: "existing", id, name: nameInResourceGroupId(id) };
  return { kind: "created", ...(name === undefined ? {} : { name }) };
}

function vaultOf({ vaultId: id, vaultName: name }: StackValues): Vault {
  if (id !== undefined) return { kind: "existing", id, ...partsOfVaultId(id) };
  return { kind: "created", ...(name === undefined ? {} : { name }) };
}

function rolesOf(ids: { readonly [K in keyof ExistingRoleIds]: string | undefined }): ExistingRoleIds {
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
}
