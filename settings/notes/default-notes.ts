import type { ParsedFields } from "../fields/parsed-fields";
import type { tokenFields } from "../fields/token-fields";
import { tokenDefaults } from "../fields/token-settings";
import { providers } from "../providers";
import { defaultsFor } from "../providers/provider-defaults";
import { groupNotes } from "./group-notes";

/** The keys of a token that were set, and the valid ones. */
type Token = Pick<ParsedFields<typeof tokenFields>, "values" | "given">;

/** What the defaults of a token's keys were before they depended on its provider. */
const earlierDefaults: Readonly<Record<string, unknown>> = {
  ...tokenDefaults,
  grantType: "client_credentials",
  instanceUrl: "tag",
};

/**
 * Notes that name each token whose defaults differ from those before providers were known. A token with `provider` is not
 * among them: who sets it expects its defaults.
 */
export function defaultNotes(tokens: readonly Token[]): readonly string[] {
  return groupNotes(
    tokens.flatMap(({ values, given }, index) => {
      if (given.has("provider")) return [];
      const { provider, ...defaults } = defaultsFor(values.tokenUrl === undefined ? {} : { tokenUrl: values.tokenUrl });
      const changed = Object.entries(defaults).filter(
        ([key, value]) => key in earlierDefaults && !given.has(key) && value !== earlierDefaults[key],
      );
      if (changed.length === 0) return [];
      const changes = changed.map(([key, value]) => `${key} is ${String(value)}, not ${String(earlierDefaults[key])}`);
      return [{ index, note: `${because(provider)}, defaults have changed: ${changes.join(", ")}. ${fix(provider)}` }];
    }),
  );
}

function because(provider: keyof typeof providers): string {
  return provider === "generic"
    ? "as tokenUrl has no host of Salesforce's"
    : `as tokenUrl has a host of ${providers[provider].title}`;
}

function fix(provider: keyof typeof providers): string {
  return provider === "generic"
    ? "Set instanceUrl to keep an instance_url, or provider to generic to confirm this."
    : `Set provider to ${provider} to confirm this, or set the keys.`;
}
