import { matrixParts, type MatrixResult } from "./matrix-stack";

/** Results of a matrix, as `--json` writes them. */
export interface MatrixReport {
  readonly version: 1;
  readonly held: boolean;
  readonly seconds: number;
  readonly results: readonly MatrixResult[];
}

/** Decides whether a stack did what is expected of it in every part that was run. */
export function holds(result: MatrixResult): boolean {
  return matrixParts.every((part) => result[part]?.held ?? true);
}

/** One JSON document, ending in a line break. */
export function toJson(results: readonly MatrixResult[], seconds: number): string {
  const report: MatrixReport = { version: 1, held: results.every(holds), seconds, results };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
