import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { onStack } from "./engine-stack";
import { exampleSettings, restoreExampleStack } from "./restore-example-stack";
import { seedExisting } from "../../local/stack/seed-existing";
import { parseSettings } from "../../settings";

const consumers = JSON.parse(readFileSync("test/example-stack/consumers.json", "utf8")) as readonly unknown[];
const withConsumers = { ...exampleSettings, consumers };

/** Updates in place that changes of the program since the export are meant to cause. */
const wantedUpdates: readonly string[] = [
  // Time limits of requests, and default values of parameters.
  "update azure-native:logic:Workflow refresh-example-token",
  "update azure-native:logic:Workflow refresh-salesforce-token",
  "update azure-native:logic:Workflow set-secret-relay",
];

/**
 * A preview does not know the principal of a Logic App that is to be updated, nor does azure-native's: it shows each of
 * its grants as replaced. The update replaces none, which the second test shows.
 */
const grantsOfUpdated = / azure-native:authorization:RoleAssignment (refresh|set-secret)-/;

describe("a stack that was deployed by an earlier version of the program", () => {
  it("previews no creation, replacement or deletion but of grants whose Logic App is updated, of components neither", () =>
    onStack(exampleSettings, async ({ azure, importState, run }) => {
      await importState(await restoreExampleStack(azure));
      const { succeeded, changes: all, componentChanges, unchanged, output } = await run("preview");
      const changes = all.filter((change) => !grantsOfUpdated.test(change));
      const grants = all.filter((change) => grantsOfUpdated.test(change) && change.startsWith("replace "));
      assert.deepEqual(
        { succeeded, changes, componentChanges, grants: grants.length, unchanged },
        { succeeded: true, changes: wantedUpdates, componentChanges: [], grants: 8, unchanged: 28 - 3 - 8 },
        output,
      );
    }));

  it("is what the emulator holds: an update and a refresh leave it unchanged", () =>
    onStack(exampleSettings, async ({ azure, importState, run }) => {
      await importState(await restoreExampleStack(azure));
      const up = await run("up");
      assert.deepEqual(
        { succeeded: up.succeeded, changes: up.changes },
        { succeeded: true, changes: wantedUpdates },
        up.output,
      );
      const refresh = await run("refresh");
      assert.deepEqual(
        { succeeded: refresh.succeeded, changes: refresh.changes, unchanged: refresh.unchanged },
        { succeeded: true, changes: [], unchanged: 28 },
        refresh.output,
      );
    }));

  it("gets consumers by creations alone", () =>
    onStack(exampleSettings, async ({ azure, configure, importState, run }) => {
      await importState(await restoreExampleStack(azure));
      assert.equal((await run("up")).succeeded, true);
      await seedExisting(azure, parseSettings(withConsumers).settings);
      await configure(withConsumers);
      const { succeeded, changes, unchanged, output } = await run("up");
      const others = changes.filter((change) => !change.startsWith("create "));
      assert.deepEqual(
        { succeeded, others, created: changes.length, unchanged },
        { succeeded: true, others: [], created: 23, unchanged: 28 },
        output,
      );
    }));
});
