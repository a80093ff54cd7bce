import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { freshClone, type FreshClone } from "./fresh-clone";
import { normalise } from "./normalise";
import type { PageStep } from "./page";
import { PageRun, runByCi } from "./page-run";
import { pagesWithCommands } from "./pages";

const firstLine = (text: string) => text.split("\n")[0]?.trim() ?? "";

function titleOf(step: PageStep): string {
  if (step.kind === "output") return `line ${step.line} shows what ${step.of} prints`;
  if (step.kind === "printed") return `line ${step.line}, printed by ${step.by}: ${step.lines.join("; ")}`;
  return `line ${step.line}: ${firstLine(step.text)}`;
}

for (const { path, steps } of pagesWithCommands()) {
  const toRun = steps.filter((step) => step.kind !== "command" || !step.marked);
  if (toRun.length === 0) continue;

  describe(path, () => {
    let clone: FreshClone;
    let run: PageRun;
    before(async () => {
      clone = await freshClone();
      run = new PageRun(clone);
    });
    after(async () => {
      await run.close();
      clone.remove();
    });

    for (const step of toRun) {
      it(titleOf(step), async () => {
        if (step.kind === "output") assert.deepEqual(normalise(step.text), normalise(run.outputOf(step.of)));
        else assert.equal(await (step.kind === "command" ? run.run(step) : run.runPrinted(step)), undefined);
      });
    }
  });
}

describe("Commands that are not run here", () => {
  it("are run by .ci/run", () => {
    const script = readFileSync(join(__dirname, "..", "..", ".ci", "run"), "utf8");
    const commands = [...script.matchAll(/^(?:check \S+|tests) (.+)$/gm)].map(([, command = ""]) => command);
    const run = commands.map((command) => (/^tests \S+$/.test(command) ? command.replace("tests", "npm") : command));
    assert.deepEqual(
      runByCi.filter((command) => !run.includes(command)),
      [],
    );
  });
});
