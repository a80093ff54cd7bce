import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  LocalWorkspace,
  type Deployment,
  type EngineEvent,
  type ProjectSettings,
  type PulumiCommand,
  type Stack,
} from "@pulumi/pulumi/automation";
import { parse } from "yaml";
import type { CloudName } from "../../azure";
import type { Azure } from "../../emulator";
import { createAzure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { sendOverNetwork } from "../../emulator/azure-native/send-over-network";
import { startProvider } from "../../emulator/provider";
import { engineResult, resourceOf, type EngineResult } from "./engine-result";
import { azureNativeIn } from "../../local/stack/stack-configuration";
import { pulumiCli } from "../../local/pulumi-cli";
import { importState, readStateFiles } from "./state-files";

/** Settings of the program by key, as a stack file has them. */
export type StackSettings = Readonly<Record<string, unknown>>;

type Operation = "preview" | "up" | "refresh" | "destroy";

/** Flags of previews and updates. */
export interface Flags {
  /** Refreshes the state first, as `--refresh` does. @default false */
  readonly refresh?: boolean;
  /** URN of the one resource to replace, as `--target-replace` does. @default none */
  readonly targetReplace?: string;
}

/** A resource in the state. */
export interface DeployedResource {
  readonly urn: string;
  /** Type and logical name: `azure-native:keyvault:Vault secrets`. */
  readonly resource: string;
  /** Resource ID in Azure. */
  readonly id: string;
}

/** What differs from running the program as it is. */
export interface Variation {
  /** Builds the stack: runs the program, and whatever else is wanted. @default the program alone */
  readonly build?: (program: Program) => Outputs;
  /** Folders of policy packs that each preview and update asks. @default none */
  readonly policyPacks?: readonly string[];
  /** What runs the CLI, given the folder that the stack has for itself. @default the CLI itself */
  readonly cli?: (folder: string) => Promise<PulumiCommand>;
  /** The cloud that the emulator is, and that azure-native is configured for. @default "public" */
  readonly cloud?: CloudName;
  /** A program in YAML instead of the program: the text of its Pulumi.yaml. @default none */
  readonly yaml?: string;
  /** Providers to attach besides azure-native, as `name:port`. @default none */
  readonly providers?: readonly string[];
}

type Outputs = Record<string, unknown>;
type Program = () => Outputs;

/** The program under Pulumi's engine, with the provider of the emulator. */
export interface EngineStack {
  readonly azure: Azure;
  /** Writes the stack file anew. */
  configure(this: void, settings: StackSettings): Promise<void>;
  /** Runs an operation; one that fails says so in its result. */
  run(this: void, operation: Operation, flags?: Flags): Promise<EngineResult>;
  outputs(this: void): Promise<Readonly<Record<string, unknown>>>;
  /** The resources of azure-native in the state. */
  deployed(this: void): Promise<readonly DeployedResource[]>;
  /** Exports the state, with its secrets in plain text. */
  exportState(this: void): Promise<Deployment>;
  /** Replaces the state by an exported one. */
  importState(this: void, state: Deployment): Promise<void>;
  /** Answers 500 to the creation of resources of that ARM type, until it is called with nothing. */
  failCreationsOf(this: void, armType?: string): void;
  /** Every file of the state backend, as text. */
  stateFiles(this: void): Promise<readonly { readonly name: string; readonly content: string }[]>;
  close(this: void): Promise<void>;
}

/** Subscription of the emulator. */
export const subscriptionId = "00000000-0000-0000-0000-000000000000";

const stackName = "engine";
const project = parse(readFileSync("Pulumi.yaml", "utf8")) as ProjectSettings;

/** Tries something on a stack of its own, on a emulator with nothing in it. */
export async function onStack(
  settings: StackSettings,
  attempt: (stack: EngineStack) => Promise<void>,
  variation: Variation = {},
): Promise<void> {
  const stack = await startStack(settings, variation);
  try {
    await attempt(stack);
  } finally {
    await stack.close();
  }
}

async function startStack(
  settings: StackSettings,
  {
    build = (program) => program(),
    policyPacks = [],
    cli = pulumiCli,
    cloud = "public",
    yaml,
    providers = [],
  }: Variation,
): Promise<EngineStack> {
  const folder = await mkdtemp(join(tmpdir(), "engine-"));
  const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
  const azure = await createAzure({ clock, cloud, subscriptionId });
  let failing: string | undefined;
  const provider = await startProvider(azure, (environment) => {
    const sent = sendOverNetwork(azure, environment);
    return async (call) =>
      call.method === "PUT" && failing !== undefined && call.path.includes(`/${failing}/`)
        ? {
            status: 500,
            body: { error: { code: "InternalServerError", message: "Encountered internal server error." } },
          }
        : (await sent)(call);
  });
  const close = async (): Promise<void> => {
    provider.close();
    await azure.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const environment = { PULUMI_DEBUG_PROVIDERS: [`azure-native:${provider.port}`, ...providers].join(",") };
    const program = yaml ?? build;
    const stack = await createStack(folder, await cli(folder), environment, program);
    const configure = (changed: StackSettings): Promise<void> => writeStackFile(stack, changed, nameOf(program), cloud);
    await configure(settings);
    return {
      azure,
      configure,
      run: (operation, flags = {}) => run(stack, operation, { ...flags, policyPacks }),
      outputs: async () =>
        Object.fromEntries(Object.entries(await stack.outputs()).map(([name, { value }]) => [name, value as unknown])),
      deployed: () => deployedResources(stack),
      exportState: () => stack.exportStack(),
      importState: (state) => importState(stack, state),
      failCreationsOf: (armType) => {
        failing = armType;
      },
      stateFiles: () => readStateFiles(join(folder, "state")),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Creates the stack of a program: the text of a Pulumi.yaml, or what builds the stack of this project's. */
async function createStack(
  folder: string,
  pulumiCommand: PulumiCommand,
  environment: Readonly<Record<string, string>>,
  program: string | ((program: Program) => Outputs),
): Promise<Stack> {
  await mkdir(join(folder, "state"));
  const options = {
    pulumiCommand,
    // Nobody's login, plug-ins or settings.
    pulumiHome: join(folder, "home"),
    envVars: {
      ...environment,
      PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "only for this test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
  };
  if (typeof program === "string") {
    const workDir = join(folder, "program");
    await mkdir(workDir);
    await writeFile(join(workDir, "Pulumi.yaml"), program);
    return LocalWorkspace.createStack({ stackName, workDir }, options);
  }
  const inline = async (): Promise<Outputs> => {
    const { default: ownProgram } = await import("../../index.js");
    return program(ownProgram);
  };
  return LocalWorkspace.createStack(
    { projectName: project.name, stackName, program: inline },
    { ...options, projectSettings: project },
  );
}

function nameOf(program: unknown): string {
  return typeof program === "string" ? (parse(program) as ProjectSettings).name : project.name;
}

async function writeStackFile(
  { workspace }: Stack,
  settings: StackSettings,
  projectName: string,
  cloud: CloudName,
): Promise<void> {
  const own = Object.entries(settings).map(([key, value]) => [`${projectName}:${key}`, value]);
  const azureNative = Object.entries(azureNativeIn(cloud)).map(([key, value]) => [`azure-native:${key}`, value]);
  const config = Object.fromEntries([...azureNative, ...own]) as Record<string, string>;
  await workspace.saveStackSettings(stackName, { ...(await workspace.stackSettings(stackName)), config });
}

async function deployedResources(stack: Stack): Promise<readonly DeployedResource[]> {
  const exported = await stack.exportStack();
  const { resources } = exported.deployment as { resources: readonly { urn: string; id?: string }[] };
  return resources
    .map(({ urn, id = "" }) => ({ urn, id, resource: resourceOf(urn) }))
    .filter(({ resource }) => resource.startsWith("azure-native:"));
}

async function run(
  stack: Stack,
  operation: Operation,
  { policyPacks, refresh, targetReplace }: Flags & { readonly policyPacks: readonly string[] },
): Promise<EngineResult> {
  const events: EngineEvent[] = [];
  const options = { onEvent: (event: EngineEvent) => void events.push(event), color: "never" } as const;
  const flags = {
    policyPacks: [...policyPacks],
    ...(refresh === undefined ? {} : { refresh }),
    ...(targetReplace === undefined ? {} : { target: [targetReplace], replace: [targetReplace] }),
  };
  try {
    const { stdout, stderr } = await stack[operation](
      operation === "preview" || operation === "up" ? { ...options, ...flags } : options,
    );
    return engineResult(events, { succeeded: true, output: stdout + stderr });
  } catch (error) {
    if (!(error instanceof Error) || events.length === 0) throw error;
    return engineResult(events, { succeeded: false, output: error.message });
  }
}
