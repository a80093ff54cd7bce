import { ControlledClock } from "../../emulator/clock";
import type { Deployment } from "../deployment";
import { builtInStack } from "./built-in-stack";
import { deployProgram } from "./deploy-program";
import { project } from "./project";
import { readStackFile, stackNameOf } from "./stack-file";

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
    configuration: file === undefined ? builtInStack : await readStackFile(file, project),
    stack: file === undefined ? "local" : stackNameOf(file),
    clock: new ControlledClock(new Date()),
    progress: () => undefined,
    preview,
  });
  await azure.close();
  return deployment;
}
