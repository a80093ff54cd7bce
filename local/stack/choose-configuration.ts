import { builtInStack } from "./built-in-stack";
import { project } from "./project";

/**
 * Reads a stack file, or takes the built-in stack.
 *
 * @param file undefined: the built-in stack, which is named `local`
 * @throws StackFileError if the file is wrong
 */
export async function chooseConfiguration(
  file: string | undefined,
): Promise<{ readonly configuration: Readonly<Record<string, string>>; readonly stack: string }> {
  if (file === undefined) return { configuration: builtInStack, stack: "local" };
  // Imported now: the built-in stack needs no parser of YAML.
  const { readStackFile, stackNameOf } = await import("./stack-file.js");
  return { configuration: await readStackFile(file, project), stack: stackNameOf(file) };
}
