import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { documentedFailures, upCommands } from "../../documents";
import type { FailureFacts } from "../../../verify/checks/failure-facts";
import { explainFailure } from "../../../verify/checks/run-failure";
import { failureClasses } from "../../../workflows";

const facts: FailureFacts = {
  secretName: "token",
  credentialNames: ["client-secret", "refresh-token"],
  outgoingAddresses: ["20.0.0.1", "20.0.1.7"],
};

describe("The explanation of a refresh's failure", () => {
  it("is there for every code that a refresh ends with", () => {
    const unknown = explainFailure("an-unknown-code", facts).fix;
    for (const code of failureClasses) assert.notEqual(explainFailure(code, facts).fix, unknown, code);
  });

  it("gives the same Pulumi commands as docs/troubleshooting.md", () => {
    const commandsInDocs = documentedFailures().map(({ code, fix }) => [code, upCommands(fix)]);
    const explained = commandsInDocs.map(([code]) => [code, upCommands(explainFailure(String(code), facts).fix)]);
    assert.equal(commandsInDocs.length, failureClasses.length);
    assert.deepEqual(explained, commandsInDocs);
  });

  it("names the credentials that may be missing", () => {
    const { fix } = explainFailure("CredentialNotFound", facts);
    assert.match(fix, /'client-secret', 'refresh-token'/);
  });

  it("tells the addresses that a firewall keeps out, and no others", () => {
    const firewall = { isPrivate: false, ranges: ["20.0.0.0/24"] };
    const { cause, fix } = explainFailure("VaultForbidden", { ...facts, firewall });
    assert.match(cause, /ForbiddenByFirewall/);
    assert.equal(fix, "Let these addresses in, under the vault's networking: 20.0.1.7");
  });

  it("blames no firewall that lets all addresses in", () => {
    const firewall = { isPrivate: false, ranges: ["20.0.0.1", "20.0.1.7/32"] };
    assert.match(
      explainFailure("VaultForbidden", { ...facts, firewall }).cause,
      /ForbiddenByRbac or ForbiddenByPolicy/,
    );
  });

  it("is the failed grant check, whatever the age of other grants", () => {
    const fix = "Run 'npx pulumi up --refresh', which grants it again.";
    const failedGrants = [{ workflowName: "refresh-token1", seen: "lacks get on 'client-secret'", fix }];
    assert.deepEqual(explainFailure("VaultForbidden", { ...facts, failedGrants, youngestGrantMinutes: 1 }), {
      cause: "refresh-token1 lacks get on 'client-secret', as its grant check above shows.",
      fix,
    });
  });

  it("says that a vault without public access is out of reach", () => {
    const firewall = { isPrivate: true, ranges: [] };
    assert.match(explainFailure("VaultForbidden", { ...facts, firewall }).fix, /Logic Apps Standard/);
  });

  for (const [minutes, fix] of [
    [0, "Wait until it is 10 minutes old, and run this again."],
    [9.9, "Wait until it is 10 minutes old, and run this again."],
    [10, "See the grants above. Where they were just given, wait 10 minutes and run this again."],
  ] as const) {
    it(`of a refusal with a grant of ${minutes} minutes is: ${fix}`, () => {
      assert.equal(explainFailure("VaultForbidden", { ...facts, youngestGrantMinutes: minutes }).fix, fix);
    });
  }

  it("points to the run history for a code that is Logic Apps' own", () => {
    const { cause, fix } = explainFailure("ActionFailed", facts);
    assert.equal(cause, "Logic Apps itself ended the run with 'ActionFailed'.");
    assert.match(fix, /run history/);
  });
});
