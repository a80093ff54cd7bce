import type { FailureClass } from "../../workflows/refresh/failure-classes";
import type { Choices } from "../pairwise/factors";
import type { MatrixSettings } from "./factors";

/** What a stack of the matrix is expected to do, from what is known of its token server. */
export interface ExpectedOutcome {
  /** Class with which its first refresh fails. @default it succeeds */
  readonly refreshFails?: FailureClass;
  /** Check of `npm run verify` that fails. @default none, or that of the refresh that fails */
  readonly checkFails?: "refresh" | "new version";
  /** The server repeats a token until its end, so that one that is stored late may expire before the next refresh. */
  readonly mayEndEarly?: boolean;
}

/** Decides whether all that a stack does is expected to succeed. */
export function isToSucceed({ refreshFails, checkFails }: ExpectedOutcome): boolean {
  return refreshFails === undefined && checkFails === undefined;
}

/** A stack of the matrix. */
export interface MatrixStack {
  /** From 1. */
  readonly number: number;
  readonly choices: Choices;
  readonly settings: MatrixSettings;
  readonly expected: ExpectedOutcome;
}

/** What was seen of a part of a stack's run, and whether it is as expected. */
export interface Seen {
  readonly held: boolean;
  readonly seen: string;
}

/** Parts of a stack's run. */
export const matrixParts = ["start", "policy", "verify", "secrets", "commands"] as const;

/** Result of a stack of the matrix. `commands` is absent where the commands themselves were not run. */
export type MatrixResult = Pick<MatrixStack, "number" | "choices" | "expected"> & {
  readonly [Part in Exclude<(typeof matrixParts)[number], "commands">]: Seen;
} & { readonly commands?: Seen };
