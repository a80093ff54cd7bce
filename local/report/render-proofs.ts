import { renderTable, type Cell, type Page } from "../../terminal";
import type { Check, LocalRunReport, Proof } from "./local-run-report";
import { describeVerdict } from "./describe-verdict";

/** Renders each proof with its expected and observed result, then its control. */
export function renderProofs(page: Page, report: LocalRunReport): readonly string[] {
  if (report.proofs.length === 0) return [];
  return ["", page.colours.bold("Proofs"), ...report.proofs.flatMap((proof) => renderProof(page, proof))];
}

function renderProof(page: Page, proof: Proof): readonly string[] {
  return [
    ...renderTable(page, { rows: [[renderMark(page, proof), { text: proof.claim, paint: page.colours.bold }]] }),
    ...renderTable(page, { rows: renderEvidence(page, proof), indent: 5 }),
    ...renderTable(page, {
      rows: [[renderMark(page, proof.control), { text: `control: ${proof.control.claim}`, paint: page.colours.dim }]],
      indent: 5,
    }),
    ...renderTable(page, { rows: renderEvidence(page, proof.control), indent: 8 }),
  ];
}

/** Renders each proof in a line, and what was expected and seen of those that failed. */
export function renderProofLines(page: Page, { proofs }: LocalRunReport): readonly string[] {
  if (proofs.length === 0) return [];
  return [
    "",
    ...proofs.flatMap((proof) =>
      proof.held && proof.control.held
        ? renderTable(page, { rows: [[renderMark(page, proof), proof.claim]] })
        : renderProof(page, proof),
    ),
  ];
}

/** Renders the verdict, a line. */
export function renderVerdict(page: Page, report: LocalRunReport): readonly string[] {
  const cost = `${report.seconds.toFixed(1)} s, ${Math.round(report.peakMemoryMegabytes)} MB`;
  const text = `${report.held ? "✔" : "✘"} ${describeVerdict(report)} (${cost}).`;
  const colour = report.held ? page.colours.green : page.colours.red;
  const paint = (line: string) => page.colours.bold(colour(line));
  return renderTable(page, { rows: [[{ text, paint }]], indent: 0 });
}

function renderMark({ colours }: Page, check: Check): Cell {
  return check.held ? { text: "✔", paint: colours.green } : { text: "✘", paint: colours.red };
}

function renderEvidence({ colours }: Page, check: Check): readonly (readonly Cell[])[] {
  if (check.held && check.seen === check.expected) {
    return [[{ text: "expected and seen", paint: colours.dim }, check.seen]];
  }
  return [
    [{ text: "expected", paint: colours.dim }, check.expected],
    [{ text: "seen", paint: colours.dim }, check.held ? check.seen : { text: check.seen, paint: colours.red }],
  ];
}
