import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { allClouds, type Cloud } from "../../azure";

const rows: readonly (readonly [heading: string, read: (cloud: Cloud) => string])[] = [
  ["", ({ name }) => name],
  ["Azure CLI", ({ cliName }) => cliName],
  ["Portal", ({ portal }) => portal],
  ["Azure Resource Manager", ({ resourceManager }) => resourceManager],
  ["Microsoft Entra ID", ({ loginHost }) => loginHost],
  ["Vaults", ({ vaultSuffix }) => vaultSuffix],
  ["Audience of vaults", ({ vaultAudience }) => vaultAudience],
  ["Callback URLs", ({ workflowSuffix }) => workflowSuffix],
  ["Service Bus", ({ serviceBusSuffix }) => serviceBusSuffix],
  ["Audience of messages", ({ serviceBusAudience }) => serviceBusAudience],
];

describe("docs/clouds.md", () => {
  it("has the hosts and audiences of the table", () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "clouds.md"), "utf8");
    const documented = page
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.split("|").slice(1, -1))
      .map((cells) => cells.map((cell) => cell.trim().replaceAll("`", "")))
      .filter(([first = ""]) => !first.startsWith("---"));
    assert.deepEqual(
      documented,
      rows.map(([heading, read]) => [heading, ...allClouds.map(read)]),
    );
  });
});
