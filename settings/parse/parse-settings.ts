import * as z from "zod";
import { consumerSettings } from "../fields/consumer-settings";
import type { SettingsProblem } from "../fields/settings-problem";
import { stackFields } from "../fields/stack-fields";
import { stackSettings, type Settings } from "../fields/stack-settings";
import { tokenSettings } from "../fields/token-settings";
import { cloudNotes } from "../notes/cloud-notes";
import { consumerNotes } from "../notes/consumer-notes";
import { defaultNotes } from "../notes/default-notes";
import { optionNotes } from "../notes/option-notes";
import { refreshTokenNotes } from "../notes/refresh-token-notes";
import { versionNotes } from "../notes/version-notes";
import { chooseCloud, cloudProblems } from "../problems/cloud-problems";
import { consumerRelationProblems, tokenOf } from "../problems/consumer-relations";
import { providerConfigurationProblems, type ProviderConfiguration } from "../problems/provider-configuration";
import { secretUseProblems } from "../problems/secret-uses";
import { SettingsError } from "../problems/settings-error";
import { stackProblems } from "../problems/stack-problems";
import { parseConsumer } from "./parse-consumer";
import { parseFields } from "./parse-fields";
import { parseToken } from "./parse-token";

/** Tokens and consumers are read one by one, so that an invalid one does not hide problems of the others. */
const fields = {
  ...stackFields,
  tokens: z.array(z.unknown()).meta(stackFields.tokens.meta() ?? {}),
  consumers: z.array(z.unknown()).default([]),
};

/**
 * Checks a stack's configuration and returns it as one read-only object.
 *
 * `raw` holds the project's keys without its namespace; values are text, as Pulumi passes them (lists and objects as
 * JSON), or the values of a parsed YAML stack file. An empty value counts as not set.
 *
 * `provider` is the configuration of azure-native, of which an absent key is not required.
 *
 * `notes` are remarks for the user that are not errors.
 *
 * @throws {SettingsError} with every problem, and without any value that may be a secret.
 */
export function parseSettings(
  raw: Readonly<Record<string, unknown>>,
  provider: ProviderConfiguration = {},
): {
  settings: Settings;
  notes: readonly string[];
} {
  const stack = parseFields(fields, raw, "");
  const parsedTokens = listOf(stack.decoded.tokens).map((token, index) => parseToken(token, `tokens[${index}]`));
  const parsedConsumers = listOf(stack.decoded.consumers).map((consumer, index) =>
    parseConsumer(consumer, `consumers[${index}]`),
  );
  const problems: SettingsProblem[] = [
    ...stack.problems,
    ...stackProblems(stack),
    ...cloudProblems(stack.values, provider),
    ...providerConfigurationProblems(provider, (key) => stack.given.has(key)),
    ...parsedTokens.flatMap((token) => token.problems),
    ...parsedConsumers.flatMap((consumer) => consumer.problems),
    ...consumerRelationProblems(parsedConsumers, parsedTokens),
    ...secretUseProblems(parsedTokens, listOf(stack.decoded.allowedSecretNames)),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  const tokens = parsedTokens.map(({ keys }) => tokenSettings(keys));
  const consumers = parsedConsumers.map(({ keys, values }) =>
    consumerSettings(keys, tokenOf(values.token ?? "", tokens)?.secretName ?? ""),
  );
  const { name: cloud } = chooseCloud(stack.values.cloud, provider);
  const settings = stackSettings(stack.decoded, { tokens, consumers, cloud });
  const notes = [
    ...versionNotes(tokens),
    ...optionNotes(tokens, settings.existingRoleIds),
    ...refreshTokenNotes(tokens),
    ...defaultNotes(parsedTokens),
    ...consumerNotes(consumers, tokens),
    ...cloudNotes(settings, provider),
  ];
  return { settings, notes };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
