// Writes the resources that a provider makes for our program: `node run.mjs local/bench/engine/record-program.ts
// CONFIGURATION FILE`, with the configuration as JSON in a file.
import { readFileSync, writeFileSync } from "node:fs";
import program from "../../../index";
import { createAzure } from "../../../emulator";
import { ControlledClock } from "../../../emulator/clock";
import { deploy } from "../../deployment";
import { project } from "../../stack/project";
import type { ResourceCounts } from "./size-result";

/** Its message. */
export interface Recording {
  readonly resources: ResourceCounts;
  /** Subscription of the emulator that it was recorded on. */
  readonly tenantId: string;
  readonly subscriptionId: string;
}

const [, , configuration = "", file = ""] = process.argv;

void record(JSON.parse(readFileSync(configuration, "utf8")) as Record<string, string>);

async function record(settings: Readonly<Record<string, string>>): Promise<void> {
  const azure = await createAzure({ clock: new ControlledClock(new Date()) });
  const run = (): Promise<Record<string, unknown>> => Promise.resolve(program());
  const { resources } = await deploy({ azure, program: run, project, stack: "bench", configuration: settings });
  const custom = resources.filter((resource) => resource.custom);
  writeFileSync(file, JSON.stringify(custom));
  await azure.close();
  // The stack is a resource too.
  const counts = { ours: resources.length + 1, bare: custom.length + 1 };
  const recording: Recording = {
    resources: counts,
    tenantId: azure.entra.tenantId,
    subscriptionId: azure.arm.subscriptionId,
  };
  process.send?.(recording);
  process.disconnect();
}
