import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { runProofs } from "../../../local/proofs";
import { configureSubjects, type Subject } from "../../../local/proofs/second-stack";
import type { Proof } from "../../../local/report";
import { runLocally } from "../../../local/run/run-locally";
import { deployControlledStack } from "../../../local/stack/controlled-stack";
import { refreshAtNextSlots } from "../../../local/stack/refresh-at-next-slot";
import { fittingRefreshToken, fittingToken, stackConfiguration } from "../../stack-configuration";

const everyProof = [
  ...["fresh-token", "name-guard", "missing-grant", "least-privilege", "rotation"],
  ...["completed-after-success", "renewed-session", "consumer-privilege"],
];

/** The subjects that proofs are made of in a second stack, by the proof. */
function elsewhere(proofs: readonly Proof[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    proofs.flatMap(({ id, claim }) => {
      const [, subject] = /^In a second stack, as this one has no ([^:]+): /.exec(claim) ?? [];
      return subject === undefined ? [] : [[id, subject]];
    }),
  );
}

async function proofsOf(...tokens: readonly object[]): Promise<readonly Proof[]> {
  const stack = await deployControlledStack({ tokens });
  const proofs = await runProofs(stack, await refreshAtNextSlots(stack, stack.clock));
  await stack.azure.close();
  assert.deepEqual(
    proofs.map(({ id, held, control }) => [id, held, control.held]),
    everyProof.map((id) => [id, true, true]),
  );
  return proofs;
}

const byConsumers = Object.fromEntries(
  ["completed-after-success", "renewed-session", "consumer-privilege"].map((id) => [
    id,
    "consumer of an org of Salesforce",
  ]),
);

describe("The second stack of the proofs", () => {
  it("has what a stack of one token lacks, in the model of access policies, and every proof names its subject", async () => {
    const configuration = stackConfiguration(
      { tokens: [{ ...fittingToken, writePath: "http" }], authorizationModel: "accessPolicy", identity: "user" },
      { location: "westeurope" },
    );
    const { stack, report } = await runLocally({ configuration, stack: "policies", progress: () => undefined });
    await stack.azure.close();
    assert.deepEqual(
      report.proofs.map(({ id, held, control }) => [id, held, control.held]),
      [...everyProof, "no-leak"].map((id) => [id, true, true]),
    );
    assert.equal(report.held, true);
    assert.deepEqual(elsewhere(report.proofs), {
      "name-guard": "connector",
      rotation: "token whose server rotates refresh tokens",
      ...byConsumers,
    });
  });

  it("keeps its token for the consumer, though a Logic App of a designer may write it through the connector", async () => {
    assert.deepEqual(elsewhere(await proofsOf({ ...fittingRefreshToken, writePath: "http" })), {
      "name-guard": "connector",
      ...byConsumers,
    });
  });

  const parts: readonly (readonly [readonly Subject[], object])[] = [
    [["connector"], { tokens: ["salesforce-token connector"], consumers: [] }],
    [["token whose server rotates refresh tokens"], { tokens: ["partner-token http"], consumers: [] }],
    [["consumer of an org of Salesforce"], { tokens: ["salesforce-token http"], consumers: ["accounts"] }],
    [
      ["connector", "token whose server rotates refresh tokens"],
      { tokens: ["partner-token connector"], consumers: [] },
    ],
    [
      ["token whose server rotates refresh tokens", "consumer of an org of Salesforce"],
      { tokens: ["salesforce-token http", "partner-token http"], consumers: ["accounts"] },
    ],
  ];
  for (const [subjects, expected] of parts) {
    it(`has for ${subjects.join(" and ")} nothing more, in the same cloud`, () => {
      const configuration = configureSubjects(new Set(subjects), "china");
      const settings = new Map(Object.entries(configuration).map(([key, value]) => [key.split(":")[1], value]));
      const read = (key: string): unknown => JSON.parse(settings.get(key) ?? "");
      assert.deepEqual(
        {
          tokens: (read("tokens") as Record<string, string>[]).map(
            ({ secretName = "", writePath = "" }) => `${secretName} ${writePath}`,
          ),
          consumers: (read("consumers") as { readonly name: string }[]).map(({ name }) => name),
          alerts: read("alerts"),
          environment: settings.get("environment"),
        },
        { ...expected, alerts: false, environment: "china" },
      );
    });
  }
});
