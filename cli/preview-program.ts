import type { Stack } from "../policy/model";
import { stackFromDeployment } from "../local/run/stack-from-deployment";

/**
 * The stack that this program would make from a stack file, with no cloud: what Azure alone knows is unknown.
 *
 * @param root folder of the program
 * @throws StackFileError or SettingsError if the file or a setting is wrong, DeploymentError if the program fails
 */
export async function previewProgram(file: string, root: string): Promise<Stack> {
  const { readStackFile } = await import("../local/stack/stack-file.js");
  const { project } = await import("../local/stack/project.js");
  const configuration = await readStackFile(file, project);
  const { ControlledClock } = await import("../emulator/clock/index.js");
  const { deployProgram } = await import("../local/stack/deploy-program.js");
  const { azure, deployment } = await deployProgram({
    configuration,
    stack: "policy",
    clock: new ControlledClock(new Date()),
    progress: () => undefined,
    preview: true,
  });
  await azure.close();
  return stackFromDeployment(deployment, root);
}
