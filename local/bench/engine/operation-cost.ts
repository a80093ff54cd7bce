/**
 * Operations of Pulumi, in the order in which they are measured: the one that grows fastest comes last.
 *
 * `up, one write` has PULUMI_SKIP_CHECKPOINTS, so that the engine writes the state at the end alone; `unchanged up`
 * comes after it, on the same stack. `up` is Pulumi's default, on a stack of its own: the state is written at each step.
 */
export const operations = ["preview", "up, one write", "unchanged up", "up"] as const;
export type Operation = (typeof operations)[number];

/** Programs that are measured beside each other. */
export const programs = ["ours", "bare"] as const;
export type ProgramKind = (typeof programs)[number];

/** Use of the machine by one process. */
export interface ProcessCost {
  /** CPU time in user and system mode. */
  readonly cpuSeconds: number;
  /** Peak of the resident memory; undefined where the system does not report it. */
  readonly peakMegabytes: number | undefined;
}

/** Cost of one operation. */
export interface OperationCost {
  /** Duration of the Pulumi CLI's process. */
  readonly seconds: number;
  /** Pulumi's CLI, which is the engine too. */
  readonly engine: ProcessCost;
  /** The process that the program runs in. */
  readonly program: ProcessCost;
  /** State file after the operation; 0 where there is none. */
  readonly stateMegabytes: number;
}

/** Reason why an operation did not end. */
export interface Interruption {
  readonly cause: "time" | "memory" | "error";
  readonly message: string;
}

/** Outcome of one operation of one program. */
export type Outcome = { readonly cost: OperationCost } | { readonly interruption: Interruption };
