import {
  operations,
  programs,
  type Interruption,
  type Operation,
  type Outcome,
  type ProgramKind,
} from "./operation-cost";

/** Number of resources of each program, the stack itself included. */
export type ResourceCounts = Readonly<Record<ProgramKind, number>>;

/** One operation of one program at one size. */
export interface Measured {
  readonly operation: Operation;
  readonly program: ProgramKind;
  readonly outcome: Outcome;
}

/** Everything that was measured at one number of tokens. */
export interface SizeResult {
  readonly tokens: number;
  /** Undefined where even the recording did not end. */
  readonly resources: ResourceCounts | undefined;
  readonly measured: readonly Measured[];
}

/** The order of a size's measurements: both programs, one after the other, so that both see the machine alike. */
export const measurements: readonly Pick<Measured, "operation" | "program">[] = operations.flatMap((operation) =>
  programs.map((program) => ({ operation, program })),
);

/** Tests that both programs were measured in full. */
export function isComplete({ measured }: SizeResult): boolean {
  return measured.filter(({ outcome }) => "cost" in outcome).length === measurements.length;
}

/** The largest number of tokens at which our program's operation ended; undefined where it never did. */
export function largestEnded(results: readonly SizeResult[], operation: Operation): number | undefined {
  const ended = results.filter(({ measured }) =>
    measured.some((one) => one.operation === operation && one.program === "ours" && "cost" in one.outcome),
  );
  return ended.length === 0 ? undefined : Math.max(...ended.map(({ tokens }) => tokens));
}

/** The measurement that did not end, after which nothing was measured. */
export function notEnded(
  results: readonly SizeResult[],
):
  | (Pick<Measured, "operation" | "program"> & { readonly tokens: number; readonly interruption: Interruption })
  | undefined {
  for (const { tokens, measured } of results) {
    for (const { operation, program, outcome } of measured) {
      if ("interruption" in outcome) return { tokens, operation, program, interruption: outcome.interruption };
    }
  }
  return undefined;
}
