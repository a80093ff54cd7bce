import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { startChild, type Child, type ChildResult } from "./child-process";
import type { Interruption, Operation, OperationCost, Outcome } from "./operation-cost";
import type { Recording } from "./record-program";
import type { OperationRequest } from "./run-operation";
import type { ServedAzure } from "./serve-azure";
import { measurements, type Measured, type SizeResult } from "./size-result";

/** Program to measure. */
export interface SizeRequest {
  readonly tokens: number;
  /** Configuration of the stack, by full key. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Milliseconds that are left. */
  readonly timeLeft: () => number;
  /** Called when an activity starts. */
  readonly onStart: (activity: string) => void;
}

type Azure = Child<ServedAzure>;

/** So that the machine's memory sets the limit, and not Node's default of 2 to 4 GB. */
const largeHeap = [`--max-old-space-size=${Math.floor((totalmem() / 2 ** 20) * 0.75)}`];

/** A stack of its own, on an emulator of its own. */
interface PreparedStack {
  readonly folder: string;
  readonly azure: Azure;
  readonly served: ServedAzure;
}

/** Measures every operation of both programs; after the first that does not end, it stops. */
export async function measureSize(request: SizeRequest): Promise<SizeResult> {
  const { tokens } = request;
  const folder = await mkdtemp(join(tmpdir(), "bench-engine-"));
  const stacks = new Map<string, PreparedStack>();
  try {
    const file = join(folder, "recorded.json");
    const recording = await record(request, file);
    if ("interruption" in recording) return notRecorded(tokens, recording.interruption);
    const measured: Measured[] = [];
    for (const { operation, program } of measurements) {
      const name = operation === "up" ? `${program}-checkpoints` : program;
      const stack = stacks.get(name) ?? (await prepareStack(request, join(folder, name)));
      stacks.set(name, stack);
      const recorded = program === "bare" ? await moved(file, recording.message, stack) : undefined;
      request.onStart(`${tokens} tokens: ${operation}, ${program}`);
      const outcome = await measure(request, { operation, stack, recorded });
      measured.push({ operation, program, outcome });
      if ("interruption" in outcome) break;
    }
    return { tokens, resources: recording.message.resources, measured };
  } finally {
    for (const { azure } of stacks.values()) azure.end();
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
  const configurationFile = `${file}.configuration`;
  await writeFile(configurationFile, JSON.stringify(Object.fromEntries(texts)));
  return startChild<Recording>("local/bench/engine/record-program.ts", [configurationFile, file], {
    milliseconds: timeLeft(),
    nodeOptions: largeHeap,
  }).first;
}

/** Rewrites a recording of one subscription and tenant for another. */
async function moved(file: string, from: Recording, { folder, served }: PreparedStack): Promise<string> {
  const text = await readFile(file, "utf8");
  const here = text.replaceAll(from.tenantId, served.tenantId).replaceAll(from.subscriptionId, served.subscriptionId);
  const recorded = join(folder, "recorded.json");
  await writeFile(recorded, here);
  return recorded;
}

async function prepareStack({ timeLeft }: SizeRequest, folder: string): Promise<PreparedStack> {
  await mkdir(join(folder, "state"), { recursive: true });
  const azure = startChild<ServedAzure>("local/bench/engine/serve-azure.ts", [], {
    milliseconds: timeLeft(),
    nodeOptions: largeHeap,
  });
  const first = await azure.first;
  if ("interruption" in first) throw new Error(`The emulator did not start: ${first.interruption.message}`);
  return { azure, folder, served: first.message };
}

async function measure(
  { timeLeft, configuration }: SizeRequest,
  what: { readonly operation: Operation; readonly stack: PreparedStack; readonly recorded: string | undefined },
): Promise<Outcome> {
  const { operation, stack, recorded } = what;
  const { folder, served, azure } = stack;
  const environment = {
    ...served.environment,
    ...(operation === "up, one write" ? { PULUMI_SKIP_CHECKPOINTS: "true" } : {}),
  };
  const request: OperationRequest = {
    ...{ operation, folder, environment, configuration },
    ...(recorded === undefined ? {} : { recorded }),
  };
  // By file: Linux takes no argument over 128 KiB.
  const requestFile = join(folder, "request.json");
  await writeFile(requestFile, JSON.stringify(request));
  const child = startChild<OperationCost>("local/bench/engine/run-operation.ts", [requestFile], {
    milliseconds: timeLeft(),
    nodeOptions: largeHeap,
  });
  const result = await child.first;
  if ("message" in result) return { cost: result.message };
  const { cause, message } = result.interruption;
  const written = String(await azure.ask());
  return { interruption: { cause, message: `${message}; ${written} resources had been written` } };
}

function notRecorded(tokens: number, interruption: Interruption): SizeResult {
  const measured = measurements.slice(0, 1).map((first) => ({ ...first, outcome: { interruption } }));
  return { tokens, resources: undefined, measured };
}
