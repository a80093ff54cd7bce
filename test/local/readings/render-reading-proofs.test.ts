import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderReadingProofs } from "../../../local/readings/render-reading-proofs";
import type { ReadingProof } from "../../../local/readings/run-proofs-under";

const plain = { width: 140, colour: false };

function proof(readings: string, changes: Partial<ReadingProof> = {}): ReadingProof {
  const control = { claim: "It notices", expected: "no", seen: "no", held: true };
  return {
    id: "rotation",
    claim: "It is good",
    expected: "yes",
    seen: "yes",
    held: true,
    control,
    readings,
    ...changes,
  };
}

describe("Proofs under readings", () => {
  it("are counted, with the combinations under which they held", () => {
    assert.equal(
      renderReadingProofs([proof(""), proof("ifBranches one"), proof("ifBranches one")], plain),
      "All proofs held under 2 combinations of readings (3 proofs).\n",
    );
  });

  it("that did not hold are shown with their readings, and so are controls", () => {
    const control = { claim: "It notices", expected: "no", seen: "yes", held: false };
    const text = renderReadingProofs(
      [proof(""), proof("ifBranches one", { seen: "no", held: false }), proof("redirects succeeds", { control })],
      plain,
    );
    assert.deepEqual(
      text.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | ")),
      [
        "2 of 3 proofs did not hold:",
        "rotation | ifBranches one | It is good: no, expected yes",
        "rotation | redirects succeeds | It notices: yes, expected no",
        "",
      ],
    );
  });
});
