import { createPage, renderTable, type Appearance, type Cell, type Detail, type Page } from "../terminal";
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

/** Renders each check in a line, a failed one with its probable cause and fix, and the verdict as the last line. */
export function renderResults(verification: Verification, appearance: Appearance, detail: Detail): string {
  const page = createPage(appearance);
  const lines = detail === "quiet" ? [] : [`Stack ${verification.stack}`, ...renderChecks(page, verification), ""];
  return `${[...lines, ...renderVerdict(page, verification)].join("\n")}\n`;
}

function renderChecks(page: Page, { results }: Verification): readonly string[] {
  const { green, red, dim } = page.colours;
  const marks: Readonly<Record<CheckResult["status"], Cell>> = {
    passed: { text: "✔", paint: green },
    failed: { text: "✘", paint: red },
    noted: { text: "–", paint: dim },
  };
  return results.flatMap(({ status, check, subject, seen, cause, fix }) => [
    ...renderTable(page, { rows: [[marks[status], `${check} of ${subject}: ${seen}`]], indent: 0 }),
    ...renderTable(page, {
      rows: [
        ...(cause === undefined ? [] : [[{ text: "likely cause", paint: dim }, cause]]),
        ...(fix === undefined ? [] : [[{ text: "fix", paint: dim }, fix]]),
      ],
      indent: 5,
    }),
  ]);
}

function renderVerdict(page: Page, verification: Verification): readonly string[] {
  const { bold, green, red } = page.colours;
  const { length } = verification.results;
  const failures = verification.results.filter(({ status }) => status === "failed").length;
  const text = failures === 0 ? "✔ The stack works." : `✘ ${failures} of ${length} checks failed.`;
  const paint = (line: string): string => bold((failures === 0 ? green : red)(line));
  return renderTable(page, { rows: [[{ text, paint }]], indent: 0 });
}
