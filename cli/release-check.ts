import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCommand } from "./command-line/create-command";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = createCommand(
  "npm run release:check",
  "Builds and packs the npm packages, and checks what would be published: files, sizes, secrets, licences, versions.\n" +
    "Publishes nothing. Takes about half a minute.",
  "0 if nothing prevents the release; 1 if something does",
);

runCommand(command, async () => {
  // Imported now: --help needs none of it.
  const { checkRelease, isReleasable } = await import("../release/check-release.js");
  const { releasedPackages, repository } = await import("../release/packages.js");
  const { renderReport } = await import("../release/render-report.js");
  const { appearanceOn } = await import("../terminal/index.js");
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  try {
    const report = await checkRelease(Object.values(releasedPackages), repository, folder);
    process.stdout.write(renderReport(report, appearanceOn(process.stdout)));
    return isReleasable(report) ? exitCodes.succeeded : exitCodes.failed;
  } finally {
    await rm(folder, { recursive: true });
  }
});
