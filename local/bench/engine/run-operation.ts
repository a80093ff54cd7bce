// Runs one operation under Pulumi's engine and sends its cost to the parent: a process for each, so that each has a
// peak of memory of its own, as with Pulumi's language host. The one argument is a file with an OperationRequest as JSON.
import { readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { LocalWorkspace, type ProjectSettings, type Stack } from "@pulumi/pulumi/automation";
import { parse } from "yaml";
import program from "../../../index";
import type { DeployedResource } from "../../deployment";
import { bareProgram } from "../bare-program";
import { linkedInputs } from "../linked-inputs";
import { measuredPulumi } from "./measured-pulumi";
import type { Operation, OperationCost } from "./operation-cost";

/** Operation to run, and its target. */
export interface OperationRequest {
  readonly operation: Operation;
  /** Folder of the stack: its state, its settings and its CLI. */
  readonly folder: string;
  /** For Pulumi's CLI. */
  readonly environment: Readonly<Record<string, string>>;
  /** Configuration of the stack, by full key. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** File with what our program registered, for a bare program that registers the same. @default our program */
  readonly recorded?: string;
}

const stackName = "bench";

void runOperation(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as OperationRequest).then(
  (cost) => {
    process.send?.(cost);
    process.disconnect();
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

async function runOperation(request: OperationRequest): Promise<OperationCost> {
  const run = programOf(request);
  const pulumi = await measuredPulumi(request.folder);
  const stack = await openStack(request, run, pulumi.command);
  const options = { color: "never", suppressProgress: true, suppressOutputs: true } as const;
  const before = process.cpuUsage();
  await (request.operation === "preview" ? stack.preview(options) : stack.up(options));
  const { user, system } = process.cpuUsage(before);
  return {
    ...(await pulumi.lastCost()),
    program: { cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 },
    stateMegabytes: await stateMegabytes(request.folder),
  };
}

function programOf({ recorded }: OperationRequest): () => Record<string, unknown> {
  if (recorded === undefined) return program;
  const resources = JSON.parse(readFileSync(recorded, "utf8")) as DeployedResource[];
  const bare = bareProgram(resources, linkedInputs(resources));
  return () => {
    bare();
    return {};
  };
}

async function openStack(
  { folder, environment, configuration }: OperationRequest,
  run: () => Record<string, unknown>,
  pulumiCommand: Awaited<ReturnType<typeof measuredPulumi>>["command"],
): Promise<Stack> {
  const project = parse(readFileSync("Pulumi.yaml", "utf8")) as ProjectSettings;
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: project.name, stackName, program: () => Promise.resolve(run()) },
    {
      workDir: folder,
      projectSettings: { ...project, backend: { url: `file://${join(folder, "state")}` } },
      pulumiCommand,
      pulumiHome: join(folder, "home"),
      envVars: {
        ...environment,
        PULUMI_CONFIG_PASSPHRASE: "only for this bench",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      },
    },
  );
  const { workspace } = stack;
  const config = { ...configuration } as Record<string, string>;
  await workspace.saveStackSettings(stackName, { ...(await workspace.stackSettings(stackName)), config });
  return stack;
}

async function stateMegabytes(folder: string): Promise<number> {
  const stacks = join(folder, "state", ".pulumi", "stacks");
  const names = await readdir(stacks, { recursive: true }).catch(() => []);
  const file = names.find((name) => name.endsWith(`${stackName}.json`));
  return file === undefined ? 0 : (await stat(join(stacks, file))).size / 2 ** 20;
}
