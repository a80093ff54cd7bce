import { defaultReadings, type Readings } from "../../emulator/provenance";
import type { Fault } from "./fault";
import { createFaultStack } from "./fault-stack";
import { runFault, type FaultResult } from "./run-fault";

/** Runs faults one after the other on a stack of their own, each in every combination in which it can happen. */
export async function runFaults(
  faults: readonly Fault[],
  progress: (line: string) => void,
  readings: Readings = defaultReadings,
): Promise<readonly FaultResult[]> {
  progress("Deploying a stack with a token for each grant and write path");
  const stack = await createFaultStack(readings);
  progress("Injecting each fault where it can happen");
  try {
    const results: FaultResult[] = [];
    for (const fault of faults) {
      for (const combination of fault.where) results.push(await runFault(stack, fault, combination));
    }
    return results;
  } finally {
    await stack.stack.azure.close();
  }
}
