import program from "../../index";
import { createAzure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import type { DeployedResource } from "../deployment";
import { deploy } from "../deployment";
import { project } from "../stack/project";
import { bareProgram } from "./bare-program";
import { key, replay } from "./replay";
import { generatedTokens } from "./tokens";

/** Cost of a program with a number of tokens. */
export interface ProgramCost {
  readonly tokens: number;
  readonly resources: number;
  /** Median of the whole program, including reading its settings. */
  readonly programMilliseconds: number;
  /** Median of a program that only registers the same resources. */
  readonly bareMilliseconds: number;
  /** Median of the rounds' own ratios: each measures both, one after the other, on the same machine at the same time. */
  readonly ratio: number;
}

/** Measures the program against a bare one for a number of tokens, a number of rounds. The first in a process also compiles. */
export async function measureProgram(tokens: number, rounds: number): Promise<ProgramCost> {
  const configuration = configurationOf(tokens);
  const resources = await record(configuration);
  const recorded = new Map(resources.map((resource) => [key(resource.type, resource.name), resource]));
  const bare = bareProgram(resources);
  const measured: { readonly own: number; readonly bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      own: await replay(program, recorded, configuration),
      bare: await replay(bare, recorded, configuration),
    });
  }
  return {
    tokens,
    resources: resources.length,
    programMilliseconds: median(measured.map(({ own }) => own)),
    bareMilliseconds: median(measured.map((measure) => measure.bare)),
    ratio: median(measured.map((measure) => measure.own / measure.bare)),
  };
}

async function record(configuration: Readonly<Record<string, string>>): Promise<readonly DeployedResource[]> {
  const azure = await createAzure({ clock: new ControlledClock(new Date()) });
  try {
    const run = (): Promise<Record<string, unknown>> => Promise.resolve(program());
    const { resources } = await deploy({ azure, program: run, project, stack: "bench", configuration });
    return resources;
  } finally {
    await azure.close();
  }
}

function configurationOf(tokens: number): Readonly<Record<string, string>> {
  const list = generatedTokens(tokens);
  return { "azure-native:location": "westeurope", [`${project}:tokens`]: JSON.stringify(list) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
