import { createPage, renderTable, type Appearance } from "../../terminal";
import type { ReadingProof } from "./run-proofs-under";

/** Renders how many proofs held under how many combinations of readings, and each that did not. */
export function renderReadingProofs(proofs: readonly ReadingProof[], appearance: Appearance): string {
  const page = createPage(appearance);
  const { green, red, bold } = page.colours;
  const combinations = new Set(proofs.map(({ readings }) => readings)).size;
  const failed = proofs.filter(({ held, control }) => !held || !control.held);
  const verdict =
    failed.length === 0
      ? green(`All proofs held under ${combinations} combinations of readings (${proofs.length} proofs).`)
      : red(`${failed.length} of ${proofs.length} proofs did not hold:`);
  const rows = failed.flatMap(({ id, readings, control, ...proof }) =>
    [proof, control]
      .filter(({ held }) => !held)
      .map(({ claim, seen, expected }) => [id, readings, `${claim}: ${seen}, expected ${expected}`]),
  );
  return `${[bold(verdict), ...renderTable(page, { rows })].join("\n")}\n`;
}
