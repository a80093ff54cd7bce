import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { asList, asObject } from "../../definition/json";

const workflowsFolder = join(".github", "workflows");

/** A step of a job of GitHub Actions. */
export interface GithubStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A job of GitHub Actions. */
export interface GithubJob {
  readonly file: string;
  readonly id: string;
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly GithubStep[];
}

/** A workflow of GitHub Actions. */
export interface GithubWorkflow {
  readonly file: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: readonly GithubJob[];
}

/** Every workflow of GitHub Actions, by the name of its file. */
export const githubWorkflows: ReadonlyMap<string, GithubWorkflow> = new Map(
  readdirSync(workflowsFolder).map((file) => {
    const text = readFileSync(join(workflowsFolder, file), "utf8");
    const { jobs, ...workflow } = parse(text) as Omit<GithubWorkflow, "jobs"> & { jobs: Record<string, GithubJob> };
    return [file, { ...workflow, file, text, jobs: Object.entries(jobs).map(([id, job]) => ({ ...job, file, id })) }];
  }),
);

export const azurePipelinesText = readFileSync("azure-pipelines.yml", "utf8");
export const azurePipelines = asObject(parse(azurePipelinesText));

/** Every job of Azure Pipelines, by the name of its stage, with its steps. */
export const azureJobs: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]> = new Map(
  asList(azurePipelines.stages).map((stage) => {
    const { stage: name, jobs } = asObject(stage);
    const steps = asList(jobs).flatMap((job) => {
      const { strategy, steps: own } = asObject(job);
      return asList(own ?? asObject(asObject(asObject(strategy).runOnce).deploy).steps);
    });
    return [String(name), steps.map((step) => asObject(step))];
  }),
);

/** `Install: npm ci` of each step that runs something, in order. */
export function githubCommands(job: GithubJob): readonly string[] {
  return job.steps.flatMap(({ name = "", run }) => (run === undefined ? [] : [`${name}: ${run.trim()}`]));
}

/** The same of a stage of Azure Pipelines; of a script, the last line is the command. */
export function azureCommands(stage: string): readonly string[] {
  return (azureJobs.get(stage) ?? []).flatMap(({ script, inputs, displayName }) => {
    const run = script ?? asObject(inputs).inlineScript;
    return typeof run === "string" ? [`${String(displayName)}: ${run.trim().split("\n").at(-1) ?? ""}`] : [];
  });
}
