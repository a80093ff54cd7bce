import type { EngineResult } from "../engine-result";
import { onStack, type EngineStack } from "../engine-stack";
import { failure, outcomeLines, unsettledLines } from "./lines/outcome-lines";
import { registerExisting } from "./register-existing";
import type { Scenario, Step } from "./scenario";
import { stepCounts } from "./lines/step-lines";

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
    const before = idsOf(stack);
    for (const [name, step] of Object.entries(scenario.steps)) {
      const { lines, succeeded } = await playStep(stack, step);
      outcome.push(...lines.map((line) => `${name} ${line}`));
      if (!succeeded) break;
    }
    outcome.push(`destroy: ${counts(await stack.run("destroy"))}`);
    outcome.push(
      ...idsOf(stack)
        .filter((id) => !before.includes(id))
        .map((id) => `left after destroy: ${id}`),
    );
  });
  return outcome;
}

async function playStep(
  { azure, configure, run }: EngineStack,
  { settings, error }: Step,
): Promise<{ readonly lines: readonly string[]; readonly succeeded: boolean }> {
  await configure(settings);
  const before = azure.arm.requests().length;
  const preview = outcomeLines("preview", await run("preview"));
  const written = azure.arm
    .requests()
    .slice(before)
    .filter(({ method }) => method === "PUT" || method === "DELETE");
  const writes = written.map(({ method, url }) => `preview wrote: ${method} ${url}`);
  const up = await run("up");
  const afterwards = up.succeeded ? await unsettledLines(run) : [];
  return { lines: [...preview, ...writes, `up: ${counts(up, error)}`, ...afterwards], succeeded: up.succeeded };
}

function idsOf({ azure }: EngineStack): readonly string[] {
  return azure.arm.resources().map(({ id }) => id);
}

function counts(result: EngineResult, expectedError?: RegExp): string {
  if (result.succeeded) return stepCounts(result.steps);
  const isExpected = expectedError !== undefined && result.errors.some((error) => expectedError.test(error));
  return isExpected ? "failed" : failure(result);
}
