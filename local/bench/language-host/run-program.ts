import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { serveEngine, type LoggedMessage, type RegisteredResource } from "./engine-services";
import { runNode, type NodeRun } from "./run-node";

/** A run of the program, as the engine sees it; the exit code is 32 if it failed and its error was logged. */
export interface ProgramRun extends NodeRun {
  /** Without the stack's own. */
  readonly resources: readonly RegisteredResource[];
  /** Messages that a user sees, without those for debugging. */
  readonly messages: readonly LoggedMessage[];
}

/** Options of {@link runProgram}. */
export interface RunOptions {
  /** Folder of the project. @default this project */
  readonly directory?: string;
  /** Full keys. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Runs a preview. @default true */
  readonly dryRun?: boolean;
  /** Folder for temporary files, ts-node's cache among them. @default a new one */
  readonly temporaryFiles?: string;
  /** Runtime options instead of those in Pulumi.yaml. */
  readonly runtimeOptions?: RuntimeOptions;
  /** The `main` of Pulumi.yaml, as the engine hands it on. @default "." */
  readonly entryPoint?: string;
  /** Token of an invoke that fails. */
  readonly failingInvoke?: string;
}

/** `runtime.options` in Pulumi.yaml. */
export interface RuntimeOptions {
  /** @default true */
  readonly typescript?: boolean;
  readonly tsconfig?: string;
  readonly nodeargs?: string;
}

/**
 * Runs the program through the SDK's `cmd/run`, with the arguments and environment of Pulumi's Node language host.
 *
 * https://github.com/pulumi/pulumi/blob/v3.250.0/sdk/nodejs/cmd/pulumi-language-nodejs/main.go (execRuntime and
 * constructArguments)
 */
export async function runProgram(options: RunOptions): Promise<ProgramRun> {
  const { configuration, dryRun = true, entryPoint = "." } = options;
  const directory = resolve(options.directory ?? ".");
  const { typescript = true, tsconfig, nodeargs = "" } = options.runtimeOptions ?? (await runtimeOptions(directory));
  const scratch = await mkdtemp(join(tmpdir(), "language-host-"));
  const services = await serveEngine({ dryRun, failingInvoke: options.failingInvoke });
  try {
    const run = await runNode(
      [
        ...nodeargs.split(" ").filter((argument) => argument !== ""),
        createRequire(join(directory, "Pulumi.yaml")).resolve("@pulumi/pulumi/cmd/run"),
        ...["--monitor", services.address, "--engine", services.address, "--sync", scratch],
        ...["--organization", "organization", "--project", "logicapp-keyvault-secrets"],
        ...["--root-directory", directory, "--stack", "test", "--pwd", directory],
        ...(dryRun ? ["--dry-run"] : []),
        ...["--parallel", "16", entryPoint],
      ],
      {
        cwd: directory,
        env: {
          PULUMI_CONFIG: JSON.stringify(asLanguageHost(configuration)),
          PULUMI_CONFIG_SECRET_KEYS: "[]",
          ...(typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
          ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
          TMPDIR: options.temporaryFiles ?? scratch,
        },
      },
    );
    return {
      ...run,
      resources: services.resources.filter(({ type }) => type !== "pulumi:pulumi:Stack"),
      messages: services.messages.filter(({ severity }) => severity !== "debug"),
    };
  } finally {
    services.close();
    await rm(scratch, { recursive: true });
  }
}

async function runtimeOptions(directory: string): Promise<RuntimeOptions> {
  const project = parse(await readFile(join(directory, "Pulumi.yaml"), "utf8")) as {
    readonly runtime: { readonly options?: RuntimeOptions };
  };
  return project.runtime.options ?? {};
}

/** The language host hands keys over as `namespace:config:key`. */
function asLanguageHost(configuration: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key.replace(":", ":config:"), value]));
}
