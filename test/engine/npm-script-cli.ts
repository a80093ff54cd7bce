import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { devDependencies } from "../../package.json";
import { pulumiCli } from "../../local/pulumi-cli";

/** Where {@link npmScriptCli} has previews and updates write their events. */
export function eventLogOf(folder: string): string {
  return join(folder, "events.jsonl");
}

/**
 * A CLI whose previews and updates are this project's own scripts, `npm run preview` and `npm run deploy`, as the
 * pipelines run them. They get the stack of the test, and its program, which runs in the process of the test: the only
 * flag that is taken back is the Automation API's own event log, since the scripts write one.
 *
 * @param folder of the stack
 */
export async function npmScriptCli(folder: string): Promise<PulumiCommand> {
  const { command } = await pulumiCli();
  const root = join(folder, "cli");
  const versions = join(folder, "home", "versions");
  await Promise.all([join(root, "bin"), versions].map((each) => mkdir(each, { recursive: true })));
  // Where the npm package looks for the CLI.
  await symlink(dirname(dirname(command)), join(versions, devDependencies.pulumi));
  const shim = join(root, "bin", "pulumi");
  await writeFile(shim, shimOf(command, folder));
  await chmod(shim, 0o755);
  return PulumiCommand.get({ root, skipVersionCheck: true });
}

function shimOf(command: string, folder: string): string {
  return `#!/bin/sh
case $1 in
  preview) script=preview ;;
  up) script=deploy ;;
  *) exec "${command}" "$@" ;;
esac
shift
for argument in "$@"; do
  shift
  if [ "$previous" = --event-log ]; then argument="${eventLogOf(folder)}"; fi
  set -- "$@" "$argument"
  previous=$argument
done
settings=$PWD/Pulumi.engine.yaml
cd "${process.cwd()}" && PULUMI_BACKEND_URL="file://${folder}/state" exec npm run --silent "$script" -- --config-file "$settings" "$@"
`;
}
