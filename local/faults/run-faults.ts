import { defaultReadings, type Readings } from "../../emulator/provenance";
import { createConsumerFaultStack } from "./consumers/consumer-fault-stack";
import { runConsumerFault } from "./consumers/run-consumer-fault";
import type { ConsumerFault, ConsumerOutcome } from "./consumers";
import type { Fault, FaultOutcome, FaultResult } from "./fault";
import { createFaultStack } from "./fault-stack";
import { isRefreshFault, type AnyFault } from "./index";
import { runFault } from "./run-fault";

/** Result of a fault of a refresh or of a consumer. */
export type AnyFaultResult = FaultResult<FaultOutcome | ConsumerOutcome>;

/** Runs faults one after the other on stacks of their own, those of refreshes in every combination in which they can happen. */
export async function runFaults(
  faults: readonly AnyFault[],
  progress: (line: string) => void,
  readings: Readings = defaultReadings,
): Promise<readonly AnyFaultResult[]> {
  const ofRefreshes = faults.filter(isRefreshFault);
  const ofConsumers = faults.filter((fault): fault is ConsumerFault => !isRefreshFault(fault));
  return [
    ...(await runRefreshFaults(ofRefreshes, progress, readings)),
    ...(await runConsumerFaults(ofConsumers, progress, readings)),
  ];
}

async function runRefreshFaults(
  faults: readonly Fault[],
  progress: (line: string) => void,
  readings: Readings,
): Promise<readonly FaultResult[]> {
  if (faults.length === 0) return [];
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

async function runConsumerFaults(
  faults: readonly ConsumerFault[],
  progress: (line: string) => void,
  readings: Readings,
): Promise<readonly FaultResult<ConsumerOutcome>[]> {
  if (faults.length === 0) return [];
  progress("Deploying a stack with a consumer");
  const stack = await createConsumerFaultStack(readings);
  progress("Injecting each fault while messages are consumed");
  try {
    const results: FaultResult<ConsumerOutcome>[] = [];
    for (const fault of faults) results.push(await runConsumerFault(stack, fault));
    return results;
  } finally {
    await stack.stack.azure.close();
  }
}
