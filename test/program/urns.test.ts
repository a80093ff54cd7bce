import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { Registrations } from "../../local/deployment/registrations";
import { asList, asObject, asString } from "../../definition/json";
import { constructed } from "./constructed";

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

/** Registers the resources of a stack with mocks, and lists their URNs, sorted. */
async function urnsOf(given: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const registrations = new Registrations(() => undefined);
  await constructed(given, {
    azureNative: { location: "westeurope" },
    before: () => {
      registrations.listen();
    },
  });
  const { all } = registrations;
  return [...all.keys()]
    .filter((urn) => !isStack(urn))
    .map((urn) => withAllParents(urn, all))
    .sort();
}

function isStack(urn: string): boolean {
  return urn.includes("::pulumi:pulumi:Stack::");
}

/** The engine's URN, without stack and project: mocks name the innermost parent only. */
function withAllParents(urn: string, all: Registrations["all"]): string {
  const [, , type = "", name = ""] = urn.split("::");
  const own = type.split("$").at(-1) ?? "";
  const parent = all.get(urn)?.parent ?? "";
  const around = parent === "" || isStack(parent) ? [] : [withAllParents(parent, all).split("::")[0] ?? ""];
  return `${[...around, own].join("$")}::${name}`;
}
