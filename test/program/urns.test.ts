import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { Registrations } from "../../local/deployment/registrations";
import { asList, asObject, asString } from "../../definition/json";
import { constructed } from "./constructed";

const read = (name: string): unknown => JSON.parse(readFileSync(`test/example-stack/${name}`, "utf8"));

describe("The URNs of the example stack", () => {
  it("are the ones that are listed", async () => {
    const { all } = await registered();
    const urns = [...all.keys()].filter((urn) => !isStack(urn)).map((urn) => withAllParents(urn, all));
    assert.deepEqual(urns.sort(), read("urns.json"));
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

/** Registers the example stack's resources with mocks. */
async function registered(): Promise<Registrations> {
  const registrations = new Registrations(() => undefined);
  await constructed(asObject(read("settings.json")), {
    azureNative: { location: "westeurope" },
    before: () => {
      registrations.listen();
    },
  });
  return registrations;
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
