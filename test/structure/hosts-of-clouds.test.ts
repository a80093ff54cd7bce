import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "mocha";
import { allClouds, loginHostsOf, type Cloud } from "../../azure";
import table from "../../structure/may-import.json";

const root = join(__dirname, "..", "..");

/** Hosts and suffixes that stand in the table of clouds and nowhere else. */
function hostsOf(cloud: Cloud): readonly string[] {
  const { resourceManager, serviceManagement, graph, portal } = cloud;
  return [
    ...[resourceManager, serviceManagement, graph, portal].map((address) => new URL(address).host),
    ...loginHostsOf(cloud),
    ...[cloud.vaultSuffix, cloud.workflowSuffix, cloud.serviceBusSuffix],
  ];
}

/** Recordings, which have the hosts of the cloud that they are of. */
const recordings = /[\\/]bench[\\/]/;

/** Lines of a source without its comments and the schema of definitions, which is the same in every cloud. */
function codeOf(source: string): string {
  return source
    .replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, "")
    .replace(/\/\*\*.*?\*\//g, "")
    .replaceAll("schema.management.azure.com", "");
}

describe("Hosts of Azure's clouds", () => {
  it("stand in the table of clouds, and in no other source", () => {
    const hosts = new RegExp(
      `(?<![\\w.-])[\\w{}$.*-]*(?:${allClouds.flatMap(hostsOf).join("|").replaceAll(".", "\\.")})`,
      "i",
    );
    const sources = table
      .map(({ folder }) => folder)
      .filter((folder) => !folder.endsWith(".ts"))
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
      )
      .filter((name) => name.endsWith(".ts") && !recordings.test(name) && name !== join("azure", "clouds.ts"));
    const found = [...sources, "index.ts"].flatMap((name) => {
      const [host] = hosts.exec(codeOf(readFileSync(join(root, name), "utf8"))) ?? [];
      return host === undefined ? [] : [`${relative(root, join(root, name))}: ${host}`];
    });
    assert.deepEqual(found, []);
    assert.ok(sources.length > 500, String(sources.length));
  });
});
