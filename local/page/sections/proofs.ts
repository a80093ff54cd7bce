import type { Check, LocalRunReport, Proof } from "../../report";
import { markup, type Content, type Markup } from "../markup";
import { renderMark } from "../marks";
import { renderTable, type RowGroup } from "../table";

/** The anchor of a proof in the page. */
export function proofId(index: number): string {
  return `proof-${index + 1}`;
}

const columns = [{ name: "Check" }, { name: "Result" }, { name: "Seen" }];

/** Renders each proof with what was expected and seen, and its control. */
export function renderProofs({ proofs }: LocalRunReport): Markup {
  const caption = "Each proof has a control: something that the same check must notice.";
  return renderTable({ caption, columns, groups: proofs.map(renderProof) });
}

function renderProof(proof: Proof, index: number): RowGroup {
  return {
    heading: markup`<span id="${proofId(index)}">${proof.claim}</span>`,
    rows: [
      renderCheck(markup`Proof <span class="quiet">${proof.id}</span>`, proof),
      renderCheck(markup`Control: ${proof.control.claim}`, proof.control),
    ],
  };
}

function renderCheck(name: Content, { held, seen, expected }: Check): readonly Content[] {
  const mark = held ? renderMark("good", "held") : renderMark("bad", "failed");
  return [
    name,
    mark,
    held && seen === expected ? seen : markup`${seen}<br><span class="quiet">Expected: ${expected}</span>`,
  ];
}
