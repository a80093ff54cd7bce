import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allClouds, clouds, loginHostsOf, type Cloud } from "../../azure";
import { createAzure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { services, type Service, type ServiceFile } from "../../emulator/services";

const emulator = join(__dirname, "..", "..", "emulator");
const all: readonly Service[] = Object.values(services);
const fixedFiles: readonly ServiceFile[] = ["index.ts", "service.ts", "endpoint.ts", "errors.ts"];

/** Rows of the table of the README that has these column headings, without padding. */
function tableWith(headings: readonly string[]): readonly (readonly string[])[] {
  const lines = readFileSync(join(emulator, "README.md"), "utf8").split("\n");
  const cells = (line = ""): readonly string[] =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const head = lines.findIndex((line) => cells(line).join("|") === headings.join("|"));
  const rest = lines.slice(head + 2);
  return rest.slice(0, rest.indexOf("")).map(cells);
}

describe("The list of services", () => {
  it("has every folder with a service, and no other", () => {
    const folders = readdirSync(emulator).filter((name) => existsSync(join(emulator, name, "service.ts")));
    assert.deepEqual(folders.sort(), all.map(({ folder }) => folder).sort());
  });

  for (const { name, folder, lacks = {} } of all) {
    it(`gives ${name} the fixed set of files, and a reason for each that is missing`, () => {
      const missing = fixedFiles.filter((file) => !existsSync(join(emulator, folder, file)));
      assert.deepEqual(missing, Object.keys(lacks));
    });
  }

  it("is the README's table", () => {
    assert.deepEqual(
      tableWith(["Service", "Folder", "Hosts", "Emulates", "Refuses"]),
      all.map(({ name, folder, hosts, emulates, refuses }) => [
        name,
        `\`${folder}/\``,
        hosts(clouds.public)
          .map((host) => `\`${host}\``)
          .join(", ") || "–",
        emulates,
        refuses,
      ]),
    );
    assert.deepEqual(
      tableWith(["File", "Reason"]),
      all.flatMap(({ folder, lacks = {} }) =>
        Object.entries(lacks).map(([file, reason]) => [`\`${folder}/${file}\``, reason]),
      ),
    );
  });

  for (const cloud of allClouds) {
    it(`has the hosts that the emulator serves from its start in ${cloud.title}`, async () => {
      const clock = new ControlledClock(new Date("2026-11-23T12:00:00Z"));
      const azure = await createAzure({ clock, cloud: cloud.name });
      const fromTheStart = (of: Cloud): readonly string[] => [
        ...services.resourceManager.hosts(of),
        `prod-00.${of.exampleLocation}.${of.workflowSuffix}`,
      ];
      try {
        const served = allClouds.flatMap(fromTheStart).filter((host) => azure.network.isServed(host));
        assert.deepEqual(served, fromTheStart(cloud));
        assert.deepEqual(
          allClouds.flatMap(loginHostsOf).filter((host) => azure.network.isServed(host)),
          [],
        );
      } finally {
        await azure.close();
      }
    });
  }
});
