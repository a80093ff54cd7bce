import { join } from "node:path";
import { ControlledClock } from "../../emulator/clock";
import { deployProgram } from "../../local/stack/deploy-program";
import { stackFromDeployment } from "../../local/run/stack-from-deployment";
import type { Stack } from "../../policy/model";
import { stackConfiguration } from "../stack-configuration";

/**
 * This program's own stack as the rules see it.
 *
 * @param options.preview whether what Azure alone knows is unknown; @default true
 */
export async function programStack(
  settings: Readonly<Record<string, unknown>>,
  { preview = true }: { readonly preview?: boolean } = {},
): Promise<Stack> {
  const { azure, deployment } = await deployProgram({
    configuration: stackConfiguration(settings, { location: "westeurope" }),
    stack: "policy",
    clock: new ControlledClock(new Date("2026-11-02T08:17:00Z")),
    progress: () => undefined,
    preview,
  });
  await azure.close();
  return stackFromDeployment(deployment, join(__dirname, "..", ".."));
}
