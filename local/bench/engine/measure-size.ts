import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild, type Child, type ChildResult } from "./child-process";
import { programs, type Interruption, type OperationCost, type Outcome, type ProgramKind } from "./operation-cost";
import type { Recording } from "./record-program";
import type { OperationRequest } from "./run-operation";
import type { ServedAzure } from "./serve-azure";
import { measurements, type Measured, type SizeResult } from "./size-result";

/** What to measure. */
export interface SizeRequest {
  readonly tokens: number;
  /** Configuration of the stack, by full key. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** For Pulumi's CLI, besides what the bench needs itself. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds that are left. */
  readonly timeLeft: () => number;
  /** Hears what begins. */
  readonly onStart: (activity: string) => void;
}

type Azure = Child<ServedAzure>;

/** Measures every operation of both programs; after the first that does not end, it stops. */
export async function measureSize(request: SizeRequest): Promise<SizeResult> {
  const { tokens } = request;
  const folder = await mkdtemp(join(tmpdir(), "bench-engine-"));
  const azures: Azure[] = [];
  try {
    const recorded = join(folder, "recorded.json");
    const recording = await record(request, recorded);
    if ("interruption" in recording)
      return { tokens, resources: undefined, measured: notMeasured(recording.interruption) };
    const stacks = await Promise.all(programs.map((program) => prepareStack(request, program, folder)));
    azures.push(...stacks.map(({ azure }) => azure));
    await moveRecording(recorded, recording.message, stacks[programs.indexOf("bare")]);
    const measured: Measured[] = [];
    for (const { operation, program } of measurements) {
      const stack = stacks[programs.indexOf(program)];
      if (stack === undefined) continue;
      request.onStart(`${tokens} tokens: ${operation}, ${program}`);
      const outcome = await measure(request, {
        operation,
        ...{ folder: stack.folder, environment: { ...request.environment, ...stack.environment } },
        configuration: request.configuration,
        ...(program === "bare" ? { recorded } : {}),
      });
      const progress = "interruption" in outcome && operation === "up" ? await progressOf(stack.azure) : "";
      measured.push({ operation, program, outcome: withProgress(outcome, progress) });
      if ("interruption" in outcome) break;
    }
    return { tokens, resources: recording.message.resources, measured };
  } finally {
    for (const azure of azures) azure.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function record(request: SizeRequest, file: string): Promise<ChildResult<Recording>> {
  const { tokens, configuration, timeLeft, onStart } = request;
  onStart(`${tokens} tokens: recording the resources for the bare program`);
  const texts = Object.entries(configuration).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const args = [JSON.stringify(Object.fromEntries(texts)), file];
  return startChild<Recording>("local/bench/engine/record-program.ts", args, timeLeft()).first;
}

/** What was recorded in one subscription and tenant is to be deployed in another. */
async function moveRecording(file: string, from: Recording, to: ServedAzure | undefined): Promise<void> {
  const text = await readFile(file, "utf8");
  const { tenantId = "", subscriptionId = "" } = to ?? {};
  await writeFile(file, text.replaceAll(from.tenantId, tenantId).replaceAll(from.subscriptionId, subscriptionId));
}

async function prepareStack(
  { timeLeft }: SizeRequest,
  program: ProgramKind,
  parent: string,
): Promise<ServedAzure & { readonly azure: Azure; readonly folder: string }> {
  const folder = join(parent, program);
  await mkdir(join(folder, "state"), { recursive: true });
  const azure = startChild<ServedAzure>("local/bench/engine/serve-azure.ts", [], timeLeft());
  const first = await azure.first;
  if ("interruption" in first) throw new Error(`The emulator did not start: ${first.interruption.message}`);
  return { azure, folder, ...first.message };
}

async function measure({ timeLeft }: SizeRequest, operation: OperationRequest): Promise<Outcome> {
  const args = [JSON.stringify(operation)];
  const result = await startChild<OperationCost>("local/bench/engine/run-operation.ts", args, timeLeft()).first;
  return "message" in result ? { cost: result.message } : result;
}

async function progressOf(azure: Azure): Promise<string> {
  const written = await azure.ask();
  return `; ${String(written)} resources had been written`;
}

function withProgress(outcome: Outcome, progress: string): Outcome {
  if ("cost" in outcome) return outcome;
  const { cause, message } = outcome.interruption;
  return { interruption: { cause, message: message + progress } };
}

function notMeasured(interruption: Interruption): readonly Measured[] {
  return measurements.slice(0, 1).map((first) => ({ ...first, outcome: { interruption } }));
}
