import type {
  Interruption,
  Operation,
  OperationCost,
  ProgramKind,
} from "../../../../local/bench/engine/operation-cost";
import { measurements, type Measured, type SizeResult } from "../../../../local/bench/engine/size-result";

const ours: OperationCost = {
  seconds: 12.34,
  engine: { cpuSeconds: 8, peakMegabytes: 310.4 },
  program: { cpuSeconds: 2, peakMegabytes: 240 },
  stateMegabytes: 0.57,
};
const bare: OperationCost = {
  seconds: 10,
  engine: { cpuSeconds: 6, peakMegabytes: undefined },
  program: { cpuSeconds: 2, peakMegabytes: 200 },
  stateMegabytes: 0.5,
};

/** A measurement that did not end. */
export function interrupted(where: {
  readonly operation: Operation;
  readonly program: ProgramKind;
  readonly cause: Interruption["cause"];
}): Measured {
  const { operation, program, cause } = where;
  return { operation, program, outcome: { interruption: { cause, message: "it was ended after 60 s" } } };
}

/** A size at which everything ended, or at which one measurement did not and was the last. */
export function sizeResult(tokens: number, last?: Measured): SizeResult {
  const ended = measurements.map(({ operation, program }) => ({
    ...{ operation, program },
    outcome: { cost: program === "ours" ? ours : bare },
  }));
  const cut = ended.findIndex(({ operation, program }) => operation === last?.operation && program === last.program);
  const measured = last === undefined ? ended : [...ended.slice(0, cut), last];
  return { tokens, resources: { ours: 83, bare: 58 }, measured };
}
