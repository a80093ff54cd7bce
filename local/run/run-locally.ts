import { ControlledClock } from "../../emulator/clock";
import { asObject } from "../../definition/json";
import type { Run } from "../../emulator/logic-apps";
import type { Readings } from "../../emulator/provenance";
import { runProofs, proveNoLeak, waitForGrants } from "../proofs";
import type { LocalRunReport } from "../report";
import { deployLocally } from "../stack/deploy-locally";
import { consumeMessages, describeConsumers, measureConsumers } from "./consume-messages";
import { describeGrants } from "./describe-grants";
import { describeRuns } from "./describe-runs";
import { findCallers } from "./find-callers";
import { evaluateDeployment } from "./evaluate-deployment";
import type { LocalStack } from "../stack/local-stack";
import { project } from "../stack/project";
import { refreshCost } from "../stack/refresh-cost";
import { readDefinition } from "../stack/workflow-requirements";
import { refreshAtNextSlots } from "../stack/refresh-at-next-slot";

/** Configuration of a local run. */
export interface LocalRun {
  /** Configuration values by full key, `project:key`. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly stack: string;
  /** Receives the progress, one line per step. */
  readonly progress: (line: string) => void;
  /** Readings that the emulator follows. @default the best supported alternative of each */
  readonly readings?: Partial<Readings>;
}

/**
 * Deploys the program to the emulator, runs each refresh and each consumer once, and proves the project's guarantees.
 *
 * @returns the running stack, its clock, and the report
 * @throws as deployLocally
 */
export async function runLocally({ configuration, stack: name, progress, readings = {} }: LocalRun): Promise<{
  readonly stack: LocalStack;
  readonly clock: ControlledClock;
  readonly report: LocalRunReport;
}> {
  const clock = new ControlledClock(new Date(), { ticking: true });
  const printed: string[] = [];
  const report = (line: string): void => {
    printed.push(line);
    progress(line);
  };
  const stack = await deployLocally({ configuration, stack: name, clock, readings, progress: report });
  try {
    report("Refreshing each token at the first slot of its recurrence");
    await waitForGrants(stack);
    const firstRuns = await refreshAtNextSlots(stack, clock);
    if (stack.consumers.length > 0) report("Sending a message to each topic, and running the consumers");
    const consumerRuns = await consumeMessages(stack, clock);
    const runs = listRuns(stack);
    const described = {
      ...describe(stack, name),
      workflows: describeWorkflows(stack),
      grants: describeGrants(stack),
      runs: describeRuns(stack.azure.logicApps, runs, findCallers(stack, runs)),
      consumers: describeConsumers(stack),
      costs: calculateCosts(stack, firstRuns),
      consumerCosts: await measureConsumers(stack, consumerRuns),
    };
    const shown = { ...described, renewals: describeRenewals(stack, listRuns(stack).slice(runs.length)) };
    report("Running the proofs, each with a control");
    const done = await runProofs(stack, firstRuns);
    report("  Evaluating the policy pack on the deployed stack");
    const policy = evaluateDeployment(stack.deployment);
    const output = JSON.stringify({ ...shown, policy, proofs: done }) + printed.join("\n");
    const proofs = [...done, proveNoLeak(stack, [{ name: "output", content: output }])];
    return {
      stack,
      clock,
      report: {
        ...shown,
        proofs,
        policy,
        seconds: process.uptime(),
        // maxRSS is in kilobytes: https://nodejs.org/api/process.html#processresourceusage
        peakMemoryMegabytes: process.resourceUsage().maxRSS / 1024,
        held:
          proofs.every(({ held, control }) => held && control.held) &&
          policy.findings.every(({ level }) => level !== "mandatory"),
      },
    };
  } catch (error) {
    await stack.azure.close();
    throw error;
  }
}

/** Lists every run of the stack's workflows, oldest first. */
function listRuns({ azure, workflows }: LocalStack): readonly Run[] {
  return workflows
    .flatMap(({ id }) => azure.logicApps.runs(id))
    .sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
}

/** Describes the runs among others that started runs of other workflows, and the started ones. */
function describeRenewals(stack: LocalStack, runs: readonly Run[]): LocalRunReport["renewals"] {
  const callers = findCallers(stack, runs);
  const calling = new Set([...callers.values()].map(({ runId }) => runId));
  const linked = runs.filter(({ id }) => calling.has(id) || callers.has(id));
  return describeRuns(stack.azure.logicApps, linked, callers);
}

function describeWorkflows(stack: LocalStack): LocalRunReport["workflows"] {
  return stack.workflows.map((workflow) => {
    const { name, role, principalId } = workflow;
    return { name, role, principalId, definition: readDefinition(stack, workflow) };
  });
}

function calculateCosts(stack: LocalStack, runs: readonly Run[]): LocalRunReport["costs"] {
  return stack.refreshes.flatMap(({ id, token: { secretName, intervalMinutes } }) =>
    runs
      .filter(({ workflowId }) => workflowId === id)
      .map((run) => ({ secretName, billableActions: refreshCost(stack, run), intervalMinutes })),
  );
}

function describe(
  { azure, deployment, notes, vaultName }: LocalStack,
  stack: string,
): Pick<
  LocalRunReport,
  "version" | "project" | "stack" | "resources" | "droppedProperties" | "notes" | "secrets" | "outputs"
> {
  return {
    version: 1,
    project,
    stack,
    resources: deployment.resources.filter(({ custom }) => custom).map(({ type, name, id }) => ({ type, name, id })),
    droppedProperties: deployment.dropped,
    notes,
    secrets: azure.keyVault.secretNames(vaultName).map((name) => ({
      name,
      versions: azure.keyVault.versions(vaultName, name).map(({ id, enabled, exp, tags }) => ({
        id,
        enabled,
        ...(exp === undefined ? {} : { exp: exp.toISOString() }),
        tags,
      })),
    })),
    outputs: withoutSecrets(deployment.outputs),
  };
}

function withoutSecrets(outputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name, asObject(value).secret === true ? "[secret]" : value]),
  );
}
