import { azureNative } from "../scenarios/lines/step-lines";
import { failure, outcomeLines, unsettledLines } from "../scenarios/lines/outcome-lines";
import type { EngineResult } from "../engine-result";
import { onStack, type EngineStack } from "../engine-stack";
import type { Drift, DriftCommand, DriftScenario } from "./drift";

/**
 * Deploys a stack, makes one change after another outside Pulumi, runs the commands that follow each, and destroys.
 *
 * @returns one line per changed resource of each command, with the name of the drift:
 * `relay refresh: delete logic:Workflow set-secret-relay`
 */
export async function playDrifts({ settings, drifts }: DriftScenario): Promise<readonly string[]> {
  const outcome: string[] = [];
  await onStack(settings, async (stack) => {
    const deployment = await stack.run("up");
    if (!deployment.succeeded) outcome.push(failure(deployment));
    for (const [name, drift] of Object.entries(drifts)) {
      outcome.push(...(await playDrift(stack, drift)).map((line) => `${name} ${line}`));
    }
    const destroy = await stack.run("destroy");
    if (!destroy.succeeded) outcome.push(failure(destroy));
    outcome.push(...stack.azure.arm.resources().map(({ id }) => `left after destroy: ${id}`));
  });
  return outcome;
}

/** Returns the lines of `playDrifts` where the outcomes are the expected ones. */
export function expectedDrifts({ drifts }: DriftScenario): readonly string[] {
  return Object.entries(drifts).flatMap(([name, { commands }]) =>
    commands.flatMap(([command, lines]) => lines.map((line) => `${name} ${command}: ${line}`)),
  );
}

async function playDrift(stack: EngineStack, drift: Drift): Promise<readonly string[]> {
  const { urn, id } = await find(stack, drift.resource);
  await drift.apply(stack.azure.arm, id);
  const lines: string[] = [];
  for (const [command, expected] of drift.commands) {
    lines.push(...withExpectedError(command, await runCommand(stack, command, urn), expected));
  }
  return drift.restored === false ? lines : [...lines, ...(await unsettledLines(stack.run))];
}

async function find(
  { deployed }: EngineStack,
  resource: string,
): Promise<{ readonly urn: string; readonly id: string }> {
  const found = (await deployed()).find((known) => known.resource === azureNative + resource);
  if (found === undefined) throw new Error(`The state has no resource '${resource}'.`);
  return found;
}

function runCommand({ run }: EngineStack, command: DriftCommand, urn: string): Promise<EngineResult> {
  if (command === "up --refresh") return run("up", { refresh: true });
  if (command === "up --target-replace") return run("up", { targetReplace: urn });
  return run(command);
}

function withExpectedError(command: string, result: EngineResult, expected: readonly string[]): readonly string[] {
  const { succeeded, errors } = result;
  const fails = expected.find((line) => line.startsWith("fails: "));
  if (!succeeded && fails !== undefined && errors.some((error) => error.includes(fails.slice("fails: ".length)))) {
    return [`${command}: ${fails}`];
  }
  return outcomeLines(command, result);
}
