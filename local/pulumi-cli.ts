import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { devDependencies } from "../package.json";

/**
 * The Pulumi CLI, where the npm package `pulumi` puts it, or in the `bin` folder of the folder that PULUMI_CLI names.
 *
 * @throws {Error} that says how to get one
 */
export async function pulumiCli(): Promise<PulumiCommand> {
  const home = process.env.PULUMI_HOME ?? join(homedir(), ".pulumi");
  const root = process.env.PULUMI_CLI ?? join(home, "versions", devDependencies.pulumi);
  if (!existsSync(join(root, "bin", "pulumi"))) {
    throw new Error(
      `There is no Pulumi CLI at ${join(root, "bin", "pulumi")}. Run .ci/pulumi-cli/install, ` +
        "or set PULUMI_CLI to the folder above the bin folder of one.",
    );
  }
  return PulumiCommand.get({ root, skipVersionCheck: true });
}
