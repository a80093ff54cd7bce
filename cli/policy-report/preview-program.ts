import type { Stack } from "../../policy/model";
import { stackFromDeployment } from "../../local/run/stack-from-deployment";

/**
 * The stack that this program would make from a stack file, with no cloud: what Azure alone knows is unknown.
 *
 * @param file undefined: the built-in stack
 * @param root folder of the program
 * @throws StackFileError or SettingsError if the file or a setting is wrong, DeploymentError if the program fails
 */
export async function previewProgram(file: string | undefined, root: string): Promise<Stack> {
  const { readStackFile, stackNameOf } = await import("../../local/stack/stack-file.js");
  const { builtInStack } = await import("../../local/stack/built-in-stack.js");
  const { project } = await import("../../local/stack/project.js");
  const configuration = file === undefined ? builtInStack : await readStackFile(file, project);
  const { ControlledClock } = await import("../../emulator/clock/index.js");
  const { deployProgram } = await import("../../local/stack/deploy-program.js");
  const { azure, deployment } = await deployProgram({
    configuration,
    stack: file === undefined ? "local" : stackNameOf(file),
    clock: new ControlledClock(new Date()),
    progress: () => undefined,
    preview: true,
  });
  await azure.close();
  return stackFromDeployment(deployment, root);
}
