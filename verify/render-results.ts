import { createColors } from "picocolors";
import type { CheckResult } from "./check-result";

/** Results of a verified stack. */
export interface Verification {
  readonly stack: string;
  readonly results: readonly CheckResult[];
}

/** Tests that no check failed. */
export function hasPassed({ results }: Verification): boolean {
  return results.every(({ status }) => status !== "failed");
}

/** One JSON document; `version` changes where its shape does. */
export function toJson(verification: Verification): string {
  const { stack, results } = verification;
  return `${JSON.stringify({ version: 1, stack, held: hasPassed(verification), results }, undefined, 2)}\n`;
}

/** Lines for a person. */
export function renderResults(verification: Verification, { colour }: { readonly colour: boolean }): string {
  const { green, red, dim } = createColors(colour);
  const mark = { passed: green("✔"), failed: red("✘"), noted: dim("–") };
  const lines = verification.results.flatMap(({ status, check, subject, seen, cause, fix }) => [
    `${mark[status]}  ${check} of ${subject}: ${seen}`,
    ...(cause === undefined ? [] : [`     likely cause  ${cause}`]),
    ...(fix === undefined ? [] : [`     fix           ${fix}`]),
  ]);
  const failures = verification.results.filter(({ status }) => status === "failed").length;
  const end =
    failures === 0
      ? green("✔ The stack works.")
      : red(`✘ ${failures} of ${verification.results.length} checks failed.`);
  return `${["", `Stack ${verification.stack}`, ...lines, "", end].join("\n")}\n`;
}
