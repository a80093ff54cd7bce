import type * as z from "zod";
import type { SettingsProblem } from "./settings-problem";

/** Schemas of an object's keys. */
export type Fields = Readonly<Record<string, z.ZodType>>;

/** The valid keys of an object, and the problems of the others. */
export interface ParsedFields<F extends Fields> {
  /** The keys that are valid, and the defaults of keys that were not set. */
  readonly values: { readonly [K in keyof F]?: z.output<F[K]> };
  /** Input by key, unchecked: text is decoded into the numbers, lists and objects that it represents. */
  readonly decoded: Readonly<Record<string, unknown>>;
  /** Keys that were set, valid or not. */
  readonly given: ReadonlySet<string>;
  readonly problems: readonly SettingsProblem[];
}
