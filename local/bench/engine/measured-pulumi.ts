import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { pulumiCli } from "../../pulumi-cli";
import type { OperationCost } from "./operation-cost";

/** A CLI that measures its own previews and updates. */
export interface MeasuredPulumi {
  readonly command: PulumiCommand;
  /** Cost of the last preview or update. @throws {Error} if the system ended the CLI */
  readonly lastCost: () => Promise<Pick<OperationCost, "seconds" | "engine">>;
}

interface Written extends Pick<OperationCost, "seconds" | "engine"> {
  readonly signal: string | null;
}

/** Puts a CLI into a folder that runs Pulumi's; what the Automation API runs besides is not measured. */
export async function measuredPulumi(folder: string): Promise<MeasuredPulumi> {
  const { command } = await pulumiCli();
  const root = join(folder, "cli");
  const figures = join(root, "figures.json");
  const shim = join(root, "bin", "pulumi");
  await mkdir(join(root, "bin"), { recursive: true });
  await rm(figures, { force: true });
  await writeFile(shim, shimOf(command, figures));
  await chmod(shim, 0o755);
  return {
    command: await PulumiCommand.get({ root, skipVersionCheck: true }),
    lastCost: async () => {
      const { signal, ...cost } = JSON.parse(await readFile(figures, "utf8")) as Written;
      if (signal !== null) throw new Error(`Pulumi's CLI was ended by ${signal}.`);
      return cost;
    },
  };
}

function shimOf(command: string, figures: string): string {
  const project = process.cwd();
  return `#!/bin/sh
case $1 in
  preview | up) exec "${process.execPath}" "${project}/run.mjs" "${project}/local/bench/engine/measured-cli.ts" "${figures}" "${command}" "$@" ;;
  *) exec "${command}" "$@" ;;
esac
`;
}
