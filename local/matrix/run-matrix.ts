import { runCommands } from "./commands/run-commands";
import type { MatrixResult, MatrixStack, Seen } from "./matrix-stack";
import { runStack } from "./run-stack";

/** One stack in so many is run by the commands too. */
const commandInterval = 10;

/** Tells that a stack is also run by the commands, as processes. */
export function isRunByCommands({ number }: Pick<MatrixStack, "number">): boolean {
  return number % commandInterval === 1;
}

/** Runs stacks one after the other in this process, and some by the commands too. */
export async function runMatrix(
  stacks: readonly MatrixStack[],
  progress: (line: string) => void,
): Promise<readonly MatrixResult[]> {
  const results: MatrixResult[] = [];
  for (const stack of stacks) {
    progress(`  Stack ${stack.number}`);
    const result = await runStack(stack).catch((error: unknown) => brokenStack(stack, error));
    results.push(isRunByCommands(stack) ? { ...result, commands: await runCommands(stack).catch(broken) } : result);
  }
  return results;
}

function brokenStack({ number, choices, expected }: MatrixStack, error: unknown): MatrixResult {
  const notRun: Seen = { held: false, seen: "not run" };
  return { number, choices, expected, start: broken(error), policy: notRun, verify: notRun, secrets: notRun };
}

function broken(error: unknown): Seen {
  return { held: false, seen: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
