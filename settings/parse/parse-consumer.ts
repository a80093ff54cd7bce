import { consumerFields } from "../fields/consumer-fields";
import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import { consumerProblems } from "../problems/consumer-problems";
import { parseFields } from "./parse-fields";

/** The valid keys of a consumer, its path, and its own problems. */
export interface ParsedConsumer {
  readonly path: string;
  readonly values: ParsedFields<typeof consumerFields>["values"];
  /** Keys that were set, for {@link consumerSettings}. */
  readonly keys: unknown;
  readonly problems: readonly SettingsProblem[];
}

/** Reads one entry of `consumers`. */
export function parseConsumer(raw: unknown, path: string): ParsedConsumer {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    const message = "is not an object. Expected name, token and the other keys of a consumer.";
    return { path, values: {}, keys: {}, problems: [{ path, message }] };
  }
  const parsed = parseFields(consumerFields, raw as Readonly<Record<string, unknown>>, path);
  return {
    path,
    values: parsed.values,
    keys: parsed.decoded,
    problems: [...parsed.problems, ...consumerProblems(parsed, path)],
  };
}
