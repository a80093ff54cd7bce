import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { serviceBehaviours } from "../emulator/behaviours";
import { readings, renderBehaviours } from "../emulator/provenance";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run behaviours --").description(
  "Writes docs/emulator/behaviours.md from the records of the emulator.",
);

runCommand(command, () => {
  writeFileSync(
    join(__dirname, "..", "docs", "emulator", "behaviours.md"),
    renderBehaviours(serviceBehaviours, readings),
  );
  return Promise.resolve(exitCodes.succeeded);
});
