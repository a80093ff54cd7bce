import type { EngineResult } from "../../engine-result";
import type { EngineStack } from "../../engine-stack";
import { stepLines } from "./step-lines";

/** Describes what an operation changes, one line per resource, each after the operation's name. */
export function outcomeLines(operation: string, result: EngineResult): readonly string[] {
  return (result.succeeded ? stepLines(result.steps) : [failure(result)]).map((line) => `${operation}: ${line}`);
}

/** Describes what is not settled after a deployment: lines of a preview, a refresh and another preview, usually none. */
export async function unsettledLines(run: EngineStack["run"]): Promise<readonly string[]> {
  return [
    ...outcomeLines("preview after up", await run("preview")),
    ...outcomeLines("refresh after up", await run("refresh")),
    ...outcomeLines("preview after refresh", await run("preview")),
  ];
}

/** Describes an error that no test expects. */
export function failure({ errors, output }: EngineResult): string {
  return `failed unexpectedly: ${errors.join("\n") || output}`;
}
