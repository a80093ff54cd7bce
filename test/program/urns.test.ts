import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { ControlledClock } from "../../emulator/clock";
import { deployProgram } from "../../local/stack/deploy-program";
import { asList, asObject, asString } from "../../definition/json";
import { stackConfiguration } from "../stack-configuration";

const read = (name: string): unknown => JSON.parse(readFileSync(`test/example-stack/${name}`, "utf8"));

const settings = asObject(read("settings.json"));

describe("The URNs of the example stack", () => {
  it("are the ones that are listed", async () => {
    assert.deepEqual(await urnsOf(settings), read("urns.json"));
  });

  it("stay as they are when consumers are added, which have the ones that are listed", async () => {
    const before = new Set(await urnsOf(settings));
    const after = await urnsOf({ ...settings, consumers: asList(read("consumers.json")) });
    assert.deepEqual(
      [...before].filter((urn) => !after.includes(urn)),
      [],
    );
    assert.deepEqual(
      after.filter((urn) => !before.has(urn)),
      read("consumer-urns.json"),
    );
  });

  it("are those of the committed state, apart from the renamed ones", () => {
    const renamed = asObject(read("renamed-urns.json"));
    const resources = asList(asObject(asObject(read("state.json")).deployment).resources).map(asObject);
    const own = resources.filter(({ type }) => !asString(type).startsWith("pulumi:"));
    const urns = own.map(({ urn }) => asString(urn).split("::").slice(2).join("::"));
    assert.deepEqual(
      Object.keys(renamed).filter((urn) => !urns.includes(urn)),
      [],
    );
    assert.deepEqual(urns.map((urn) => asString(renamed[urn]) || urn).sort(), read("urns.json"));
  });
});

/** Previews a stack, and lists the URNs of its resources without stack and project, sorted. */
async function urnsOf(given: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { azure, deployment } = await deployProgram({
    configuration: stackConfiguration(given, { location: "westeurope" }),
    stack: "test",
    clock: new ControlledClock(new Date("2026-11-02T08:17:00Z")),
    progress: () => undefined,
    preview: true,
  });
  await azure.close();
  return deployment.resources.map(({ urn }) => urn.split("::").slice(2).join("::")).sort();
}
