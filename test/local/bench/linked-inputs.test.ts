import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import program from "../../../index";
import { bareProgram } from "../../../local/bench/bare-program";
import { linkedInputs } from "../../../local/bench/linked-inputs";
import { deploy, type DeployedResource } from "../../../local/deployment";
import { project } from "../../../local/stack/project";
import { leastToken, stackConfiguration } from "../../stack-configuration";
import { inMemoryAzure } from "../deployment/in-memory-azure";

describe("a bare program that is linked", () => {
  let recorded: readonly DeployedResource[];
  let repeated: readonly DeployedResource[];

  before(async () => {
    const { azure } = inMemoryAzure();
    recorded = (await deployed(azure, program)).filter(({ custom }) => custom);
    const bare = bareProgram(recorded, linkedInputs(recorded));
    // In the same tenant and subscription, beside the first deployment: generated names differ.
    repeated = await deployed(azure, () => {
      bare();
      return {};
    });
  });

  it("registers the same resources of a provider, and no component", () => {
    const names = (resources: readonly DeployedResource[]): readonly string[] =>
      resources.map(({ type, name }) => `${type} ${name}`).sort();
    assert.deepEqual(names(repeated), names(recorded));
  });

  it("gives each the ids, names and principals of the others in its own deployment", () => {
    const before = recorded.flatMap(({ id }) => id);
    const strange = before.filter((id) => JSON.stringify(repeated).includes(id));
    assert.deepEqual(strange, []);
  });

  it("keeps what each property is made from", () => {
    const origins = (resources: readonly DeployedResource[]): unknown =>
      Object.fromEntries(
        resources
          .filter(({ type }) => /:(RoleAssignment|MetricAlert)$/.test(type))
          .map(({ name, propertyDependencies }) => [
            name,
            Object.fromEntries(
              Object.entries(propertyDependencies).map(([property, urns]) => [
                property,
                urns.map((urn) => urn.split("::").at(-1)).sort(),
              ]),
            ),
          ]),
      );
    assert.deepEqual(origins(repeated), origins(recorded));
  });
});

async function deployed(
  azure: ReturnType<typeof inMemoryAzure>["azure"],
  run: () => Record<string, unknown>,
): Promise<readonly DeployedResource[]> {
  const configuration = stackConfiguration({ tokens: [leastToken] }, { location: "westeurope" });
  const { resources } = await deploy({
    ...{ azure, project, stack: "test", configuration },
    program: () => Promise.resolve(run()),
  });
  return resources;
}
