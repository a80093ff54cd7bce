import { parseSettings } from "../../settings";
import { SettingsError } from "../../settings/problems/settings-error";
import { tuplesOf, type Choices } from "../pairwise/factors";
import { matrixFactors, settingsFor } from "./factors";

/** A token that a consumer can use. */
const consumed: Choices = { tokenUrl: "salesforce", intervalMinutes: "unset" };

/** Factors whose alternatives may contradict each other, and the setting that is refused then. */
const contradictory: readonly {
  readonly factors: readonly string[];
  readonly key: string;
  /** Alternatives of other factors, without which the setting is refused anyway. @default the usual ones */
  readonly among?: Choices;
}[] = [
  { factors: ["vault", "authorizationModel"], key: "authorizationModel" },
  { factors: ["vault", "softDeleteRetentionDays"], key: "softDeleteRetentionDays" },
  { factors: ["authorizationModel", "grantScope"], key: "grantScope" },
  { factors: ["authorizationModel", "existingRoleIds"], key: "existingRoleIds" },
  { factors: ["alerts", "alertReceivers"], key: "alerts" },
  { factors: ["tokenUrl", "provider", "grantType"], key: "tokenUrl" },
  { factors: ["tokenUrl", "provider", "grantType"], key: "grantType" },
  { factors: ["tokenUrl", "provider", "grantType"], key: "refreshTokenSecretName" },
  { factors: ["tokenUrl", "provider", "grantType"], key: "accountId" },
  { factors: ["tokenUrl", "provider", "grantType", "scope"], key: "scope" },
  { factors: ["tokenUrl", "instanceUrl", "allowedInstanceUrlSuffixes"], key: "allowedInstanceUrlSuffixes" },
  { factors: ["tokenUrl", "instanceUrl", "consumers"], key: "consumers", among: consumed },
  { factors: ["provider", "instanceUrl", "consumers"], key: "consumers", among: consumed },
  { factors: ["skipWhileFresh", "consumers"], key: "consumers", among: consumed },
  { factors: ["intervalMinutes", "consumers"], key: "consumers", among: consumed },
];

/** Lists choices that the settings refuse together. */
export function findContradictions(): readonly Choices[] {
  const usual = Object.fromEntries(Object.entries(matrixFactors).map(([factor, [first = ""]]) => [factor, first]));
  return contradictory.flatMap(({ factors, key, among }) =>
    tuplesOf(Object.fromEntries(factors.map((factor) => [factor, matrixFactors[factor] ?? []])), factors.length).filter(
      (choices) => findRefusedKeys({ ...usual, ...among, ...choices }).includes(key),
    ),
  );
}

/** Names of the settings that are refused, without the path of their token or consumer. */
function findRefusedKeys(choices: Choices): readonly string[] {
  try {
    parseSettings({ ...settingsFor(choices) });
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ path }) => path.replace(/^tokens\[\d+\]\./, "").replace(/[.[].*$/, ""));
  }
}
