import { cover } from "../pairwise/cover";
import { tuplesOf, type Choices, type Factors } from "../pairwise/factors";
import { findContradictions } from "./contradictions";
import { matrixFactors, settingsFor } from "./factors";
import type { MatrixStack } from "./matrix-stack";

/** Factors that decide about grants, of which every three alternatives come together too. */
const deciding = [
  ...["writePath", "skipWhileFresh", "disableSupersededVersions", "refreshOperators"],
  ...["vault", "authorizationModel", "grantScope", "existingRoleIds", "identity"],
];

/** Lists the choices that are to occur together: every pair, and every three that decide about grants. */
export function wantedTuples(): readonly Choices[] {
  const factors: Factors = Object.fromEntries(deciding.map((factor) => [factor, matrixFactors[factor] ?? []]));
  return [...tuplesOf(factors, 3), ...tuplesOf(matrixFactors, 2)];
}

/** Generates the stacks of the matrix, always the same. */
export function generateStacks(): readonly MatrixStack[] {
  const fitting = cover({ factors: matrixFactors, tuples: wantedTuples(), excluded: findContradictions() });
  return fitting.map((choices, index) => ({
    number: index + 1,
    choices,
    settings: settingsFor(choices),
    expected: {},
  }));
}
