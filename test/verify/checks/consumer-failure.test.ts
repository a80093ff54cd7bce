import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { explainConsumerFailure } from "../../../verify/checks/consumer-failure";
import { consumerFailureClasses } from "../../../workflows";
import { documentedFailures, upCommands } from "../../documents";

const facts = { tokenNames: ["salesforce-token"], outgoingAddresses: ["20.0.0.1"] };

describe("The explanation of a consumer's failure", () => {
  it("is there for every code that a consumer ends with", () => {
    const unknown = explainConsumerFailure("an-unknown-code", facts).fix;
    for (const code of consumerFailureClasses) assert.notEqual(explainConsumerFailure(code, facts).fix, unknown, code);
  });

  it("gives the same Pulumi commands as docs/consumer/troubleshooting.md", () => {
    const documented = documentedFailures("consumer/troubleshooting.md").map(({ code, fix }) => [
      code,
      upCommands(fix),
    ]);
    const explained = documented.map(([code]) => [code, upCommands(explainConsumerFailure(String(code), facts).fix)]);
    assert.deepEqual(explained, documented);
  });

  it("is that of a refresh for the vault's codes", () => {
    const firewall = { isPrivate: false, ranges: ["20.0.1.0/24"] };
    const { fix } = explainConsumerFailure("VaultFirewall", { ...facts, firewall });
    assert.equal(fix, "Let these addresses in, under the vault's networking: 20.0.0.1");
  });

  it("points to the run history for a code that is Logic Apps' own", () => {
    assert.match(explainConsumerFailure("ActionFailed", facts).fix, /run history/);
  });
});
