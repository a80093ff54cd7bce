/** Operations of Pulumi, in the order in which they are measured. The second `up` finds everything as it is. */
export const operations = ["preview", "up", "unchanged up"] as const;
export type Operation = (typeof operations)[number];

/** Programs that are measured beside each other. */
export const programs = ["ours", "bare"] as const;
export type ProgramKind = (typeof programs)[number];

/** Use of the machine by one process. */
export interface ProcessCost {
  /** In user and system mode. */
  readonly cpuSeconds: number;
  /** Peak of the resident memory; undefined where the system does not report it. */
  readonly peakMegabytes: number | undefined;
}

/** Cost of one operation. */
export interface OperationCost {
  /** From the start of Pulumi's CLI to its end. */
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
