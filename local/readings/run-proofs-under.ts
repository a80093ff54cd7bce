import { describeReadings, type Readings } from "../../emulator/provenance";
import type { Proof } from "../report";
import { runLocally } from "../run/run-locally";
import { builtInStack } from "../stack/built-in-stack";

/** A proof of the built-in stack under a combination of readings. */
export interface ReadingProof extends Proof {
  /** Readings other than the default, such as `actionTimeout EachRequest`; empty if all are the default. */
  readonly readings: string;
}

/** Runs the built-in stack as `npm start` does, on an emulator that follows the readings, and returns its proofs. */
export async function runProofsUnder(readings: Readings): Promise<readonly ReadingProof[]> {
  const { stack, report } = await runLocally({
    configuration: builtInStack,
    stack: "readings",
    progress: () => undefined,
    readings,
  });
  await stack.azure.close();
  return report.proofs.map((proof) => ({ ...proof, readings: describeReadings(readings) }));
}
