import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StackSettings } from "../engine-stack";

/** A deployment of one stack: which settings it has after this step. */
export interface Step {
  /** Description of the change, for the rendered table. */
  readonly change: string;
  readonly settings: StackSettings;
  /** Error that `up` ends with; the steps after it are not played. @default `up` succeeds */
  readonly error?: RegExp;
}

/** A stack that is deployed, changed step by step, and destroyed. */
export interface Scenario {
  /** Name of the file in `azure-native/` that holds the record. */
  readonly name: string;
  readonly steps: Readonly<Record<string, Step>>;
}

/** Record of one step. */
export interface RecordedStep {
  /** Changed resources of azure-native, in the words of `stepLines`. */
  readonly preview: readonly string[];
  /** Number of resources of azure-native by operation, or `failed`. */
  readonly up: string;
}

/** Record of a scenario: each step, and what `destroy` did. */
export interface RecordedScenario {
  readonly steps: Readonly<Record<string, RecordedStep>>;
  readonly destroy: string;
}

/**
 * Reads what azure-native itself previewed and did. The record was made in November 2026 with azure-native's own code,
 * a cut of 3.28.0 and not the released binary, under Pulumi 3.250.0, against the emulator.
 */
export function readRecord(name: string): RecordedScenario {
  const file = join(__dirname, "azure-native", `${name}.json`);
  return JSON.parse(readFileSync(file, "utf8")) as RecordedScenario;
}
