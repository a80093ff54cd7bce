import { operations, programs, type Operation, type Outcome, type ProgramKind } from "./operation-cost";

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

/** Whether each operation of our program ended. */
export function hasEnded({ measured }: SizeResult): boolean {
  return operations.every((operation) =>
    measured.some((one) => one.operation === operation && one.program === "ours" && "cost" in one.outcome),
  );
}

/** The largest size whose operations all ended, and the first measurement after it that did not. */
export function largestEnded(results: readonly SizeResult[]): {
  readonly largest: number | undefined;
  readonly notEnded: { readonly tokens: number; readonly first: Measured } | undefined;
} {
  const ended = results.filter(hasEnded).map(({ tokens }) => tokens);
  const [notEnded] = results.flatMap(({ tokens, measured }) =>
    measured.filter(({ outcome }) => "interruption" in outcome).map((first) => ({ tokens, first })),
  );
  return { largest: ended.length === 0 ? undefined : Math.max(...ended), notEnded };
}
