import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StackSettings } from "../engine-stack";

/** Folder of the record, from the project's root. */
export const recordFolder = join("test", "engine", "scenarios", "azure-native");

/** A deployment of one stack: which settings it has after this step. */
export interface Step {
  /** Description of the change, for the rendered table. */
  readonly change: string;
  readonly settings: StackSettings;
  /**
   * Properties that the recorded preview shows as changed and today's does not, by resource. The record is older: its
   * program read the relay's callback URL after the relay's grants, so that a new grant made the URL unknown, and with it
   * the connection's key, the connector's address and the refresh definition. `up` then changed none of them.
   *
   * @default none
   */
  readonly knownSince?: Readonly<Record<string, readonly string[]>>;
  /** Error that `up` ends with, in the last step only. @default `up` succeeds */
  readonly error?: RegExp;
}

/** A stack that is deployed, changed step by step, and destroyed. */
export interface Scenario {
  /** Name of the file in `azure-native/` that holds the record. */
  readonly name: string;
  readonly steps: Readonly<Record<string, Step>>;
  /** Outcome of `destroy` where the last step fails and did not in the record. @default as recorded */
  readonly destroy?: string;
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
  return JSON.parse(readFileSync(join(recordFolder, `${name}.json`), "utf8")) as RecordedScenario;
}
