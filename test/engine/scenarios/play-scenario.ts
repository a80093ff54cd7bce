import type { EngineResult } from "../engine-result";
import { onStack, type EngineStack } from "../engine-stack";
import { failure, outcomeLines, unsettledLines } from "./outcome-lines";
import { registerExisting } from "./register-existing";
import type { Scenario, Step } from "./scenario";
import { stepCounts } from "./step-lines";

/**
 * Plays a scenario on a stack of its own: a preview and an `up` per step, then `destroy`.
 *
 * @returns one line per changed resource of a preview or refresh and one per `up`, each with its step:
 * `tags preview: update keyvault:Vault secrets: tags`. A deployment is settled where no line says "after".
 */
export async function playScenario(scenario: Scenario): Promise<readonly string[]> {
  const outcome: string[] = [];
  await onStack({}, async (stack) => {
    await registerExisting(stack.azure, scenario);
    for (const [name, step] of Object.entries(scenario.steps)) {
      const { lines, succeeded } = await playStep(stack, step);
      outcome.push(...lines.map((line) => `${name} ${line}`));
      if (!succeeded) break;
    }
    outcome.push(`destroy: ${counts(await stack.run("destroy"))}`);
  });
  return outcome;
}

async function playStep(
  { configure, run }: EngineStack,
  { settings, error }: Step,
): Promise<{ readonly lines: readonly string[]; readonly succeeded: boolean }> {
  await configure(settings);
  const preview = outcomeLines("preview", await run("preview"));
  const up = await run("up");
  const afterwards = up.succeeded ? await unsettledLines(run) : [];
  return { lines: [...preview, `up: ${counts(up, error)}`, ...afterwards], succeeded: up.succeeded };
}

function counts(result: EngineResult, expectedError?: RegExp): string {
  if (result.succeeded) return stepCounts(result.steps);
  const isExpected = expectedError !== undefined && result.errors.some((error) => expectedError.test(error));
  return isExpected ? "failed" : failure(result);
}
