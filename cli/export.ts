import { join } from "node:path";
import { Argument, InvalidArgumentError, Option } from "commander";
import { createCommand } from "./command-line/create-command";
import { exitCodes, runCommand } from "./command-line/run-command";
import type { ExportOptions } from "./export/export-files";
import { targets, type Target } from "./export/targets";

type Options = Pick<ExportOptions, "out" | "state" | "config" | "connector" | "gatewayHost">;

const command = createCommand(
  "npm run export",
  "Writes the Set secret connector for designers elsewhere, or the refreshes for Logic Apps Standard.\n" +
    "Without --state, it is what the program deploys to the emulator: to look at, with the emulator's addresses.\n" +
    "No file has the relay's key in it.",
  "0 if the files are written; 2 if an option or the state is wrong, and nothing is written",
)
  .addArgument(new Argument("<target>", "what the files are for").choices(targets))
  .requiredOption("--out <directory>", "a new or empty directory for the files")
  .option("--state <file>", "a deployed stack, as 'pulumi stack export --file FILE' writes it")
  .addOption(
    new Option("--config <file>", "a stack file to deploy to the emulator, such as Pulumi.dev.yaml").conflicts("state"),
  )
  .option("--connector <name>", "the connector, by its name in the program, if there are several")
  .option("--gateway-host <host>", "for api-management: the gateway, such as contoso.azure-api.net", parseHost);

runCommand(command, async () => {
  const [target] = command.processedArgs as [Target];
  // Imported now: --help and a wrong option need none of it.
  const { exportFiles } = await import("./export/export-files.js");
  const root = join(__dirname, "..");
  process.stdout.write(await exportFiles({ ...command.opts<Options>(), target, root }));
  return exitCodes.succeeded;
});

function parseHost(value: string): string {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value)) return value.toLowerCase();
  throw new InvalidArgumentError("Expected a host name without scheme, port and path.");
}
