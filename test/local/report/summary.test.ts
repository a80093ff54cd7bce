import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderReport, type LocalRunReport } from "../../../local/report";
import { exampleReport } from "./example-report";

const summary = (report: LocalRunReport) => renderReport(report, { width: 80, colour: false }, "usual").split("\n");

describe("summary of a report", () => {
  it("fits a screen: resources in counts, a line each run and proof, the policy pack, the verdict, the next step", () => {
    assert.deepEqual(summary(exampleReport), [
      "Deployed logicapp-keyvault-secrets, stack local: 4 resources",
      "  1 resource group, 1 vault, 1 workflow, 1 set secret connector",
      "",
      "  ✔  salesforce-refresh  Succeeded           1.3 s  7 billable actions",
      "  ✘  set-secret-relay    Failed (Forbidden)  20 ms   1 billable action",
      "",
      "  consumer accounts  1 message sent  1 completed  2 records in Salesforce",
      "",
      "  ✔  The connection cannot write a name that is not allowed",
      "  ✔  Nothing secret is in state, definitions, run history or output",
      "  ✔  Policy pack: 0 mandatory, 3 advisory findings on 12 resources",
      "",
      "✔ 2 proofs held, each with its control, and the policy pack passes (2.3 s, 181",
      "MB).",
      "Next: npm start -- --config FILE runs a stack file of yours; --serve keeps it",
      "running; --verbose prints everything, with 1 note.",
      "",
    ]);
  });

  it("has no columns in a narrow terminal, where each run would take several lines", () => {
    const lines = renderReport(exampleReport, { width: 62, colour: false }, "usual").split("\n");
    assert.deepEqual(lines.slice(4, 7), [
      "  ✔  salesforce-refresh: Succeeded, 1.3 s, 7 billable actions",
      "  ✘  set-secret-relay: Failed (Forbidden), 20 ms, 1 billable",
      "     action",
    ]);
  });

  it("shows failed proofs and mandatory findings in full, and where to read on", () => {
    const [first] = exampleReport.proofs;
    assert.ok(first !== undefined);
    const { policy } = exampleReport;
    const finding = { rule: "vault-recovery", level: "mandatory", resource: "secrets", message: "It can be purged." };
    const lines = summary({
      ...exampleReport,
      proofs: [{ ...first, held: false, seen: "200 OK" }],
      policy: { ...policy, findings: [finding, ...policy.findings] },
      held: false,
    });
    assert.deepEqual(lines.slice(8), [
      "  ✘  The connection cannot write a name that is not allowed",
      "     expected  403 Forbidden, and no version of other-secret",
      "     seen      200 OK",
      "     ✔  control: with the name allowed, it can",
      "        expected and seen  200, and one version",
      "  ✘  Policy pack: 1 mandatory, 3 advisory findings on 12 resources",
      "     vault-recovery  secrets: It can be purged.",
      "",
      "✘ 1 of 1 proof failed: name-guard; the policy pack has 1 mandatory finding (2.3",
      "s, 181 MB).",
      "Next: npm start -- --verbose prints everything, with 1 note.",
      "docs/troubleshooting.md explains the error codes.",
      "",
    ]);
  });

  it("is the verdict alone with --quiet", () => {
    const text = renderReport(exampleReport, { width: 120, colour: false }, "quiet");
    assert.equal(text, "✔ 2 proofs held, each with its control, and the policy pack passes (2.3 s, 181 MB).\n");
  });
});
