import { join } from "node:path";
import { Argument } from "commander";
import { buildPackage } from "../release/build-package";
import { releasedPackages, repository, type PackageName } from "../release/packages";
import { createCommand } from "./command-line/create-command";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = createCommand(
  "build-package",
  "Builds the dist/ folder of a package. npm runs it before it packs one.",
  "0 if it was built",
).addArgument(new Argument("<package>", "folder of the package").choices(Object.keys(releasedPackages)));

runCommand(command, async () => {
  const released = releasedPackages[command.args[0] as PackageName];
  await buildPackage(released, repository, join(repository, released.folder, "dist"));
  return exitCodes.succeeded;
});
