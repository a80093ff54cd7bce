import { stackFromDeployment } from "../../local/run/stack-from-deployment";
import { deployStackFile } from "../../local/stack/deploy-stack-file";
import type { Stack } from "../../policy/model";

/**
 * The stack that this program would make from a stack file, with no cloud: what Azure alone knows is unknown.
 *
 * @param file undefined: the built-in stack
 * @param root folder of the program
 * @throws as deployStackFile
 */
export async function previewProgram(file: string | undefined, root: string): Promise<Stack> {
  return stackFromDeployment(await deployStackFile(file, { preview: true }), root);
}
