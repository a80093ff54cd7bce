import { findProvider } from "../../../emulator/authorization-server";
import { parseSettings } from "../../../settings";
import { completion } from "../../pairwise/cover";
import { contains, tuplesOf, type Choices } from "../../pairwise/factors";
import { matrixFactors, settingsFor } from "../factors";
import { misfitKinds, type MisfitKind } from "./misfit-kinds";

/** Choices that together do not fit the token server that is one of them. */
export interface Misfit {
  readonly kind: MisfitKind;
  readonly choices: Choices;
}

/** Lists choices that the settings accept together, and that do not fit the token server. */
export function findMisfits(contradictions: readonly Choices[]): readonly Misfit[] {
  const complete = completion(matrixFactors, contradictions);
  return misfitKinds.flatMap((kind) => {
    const factors = Object.fromEntries(kind.factors.map((factor) => [factor, matrixFactors[factor] ?? []]));
    return tuplesOf(factors, kind.factors.length)
      .filter((choices) => !contradictions.some((contradiction) => contains(choices, contradiction)))
      .filter((choices) => isMisfit(kind, complete(choices)))
      .map((choices) => ({ kind, choices }));
  });
}

function isMisfit({ applies }: MisfitKind, combination: Choices | undefined): boolean {
  if (combination === undefined) return false;
  const [token] = parseSettings({ ...settingsFor(combination) }).settings.tokens;
  return token !== undefined && applies(findProvider(token.tokenUrl), token);
}
