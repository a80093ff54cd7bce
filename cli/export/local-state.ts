/**
 * Deploys the program to the emulator, without running it.
 *
 * @param file a stack file; undefined: the built-in stack
 * @returns the state, as `pulumi stack export` would write it
 * @throws StackFileError or SettingsError if the file or a setting is wrong, DeploymentError if the program fails
 */
export async function localState(file: string | undefined): Promise<unknown> {
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
  });
  await azure.close();
  return deployment.state;
}
