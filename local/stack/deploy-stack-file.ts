import { ControlledClock } from "../../emulator/clock";
import type { Deployment } from "../deployment";
import { chooseConfiguration } from "./choose-configuration";
import { deployProgram } from "./deploy-program";

/**
 * Deploys or previews the program on an emulator that lives as long, without running it.
 *
 * @param file a stack file; undefined: the built-in stack
 * @param options.preview creates nothing; what Azure alone knows is unknown. @default false
 * @throws StackFileError or SettingsError if the file or a setting is wrong, DeploymentError if the program fails
 */
export async function deployStackFile(
  file: string | undefined,
  { preview = false }: { readonly preview?: boolean } = {},
): Promise<Deployment> {
  const { azure, deployment } = await deployProgram({
    ...(await chooseConfiguration(file)),
    clock: new ControlledClock(new Date()),
    progress: () => undefined,
    preview,
  });
  await azure.close();
  return deployment;
}
