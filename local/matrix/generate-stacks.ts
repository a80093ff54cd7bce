import { findProvider } from "../../emulator/authorization-server";
import { completion, cover } from "../pairwise/cover";
import { tuplesOf, type Choices, type Factors } from "../pairwise/factors";
import { findContradictions } from "./contradictions";
import { findMisfits, type Misfit } from "./expected/find-misfits";
import { matrixFactors, settingsFor } from "./factors";
import { tokenServers, type TokenServerName } from "./factors/token-servers";
import type { ExpectedOutcome, MatrixStack } from "./matrix-stack";

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

/** The stacks of the matrix, and choices that are left out of those that are to fit. */
export interface Matrix {
  readonly stacks: readonly MatrixStack[];
  /** Choices that the settings refuse together. */
  readonly contradictions: readonly Choices[];
  readonly misfits: readonly Misfit[];
}

/**
 * Generates the stacks of the matrix, always the same: those whose settings fit their token servers, with all choices
 * that are wanted together; then one for each way in which settings do not fit a server.
 */
export function generateMatrix(): Matrix {
  const contradictions = findContradictions();
  const misfits = findMisfits(contradictions);
  const excluded = [...contradictions, ...misfits.map(({ choices }) => choices)];
  const fitting = cover({ factors: matrixFactors, tuples: wantedTuples(), excluded });
  const all: readonly (readonly [Choices, ExpectedOutcome])[] = [
    ...fitting.map((choices) => [choices, outcomeOfFitting(choices)] as const),
    ...misfittingStacks(contradictions, misfits),
  ];
  const stacks = all.map(([choices, expected], index) => ({
    number: index + 1,
    choices,
    settings: settingsFor(choices),
    expected,
  }));
  return { stacks, contradictions, misfits };
}

function outcomeOfFitting(choices: Choices): ExpectedOutcome {
  const { tokenUrl } = tokenServers[choices["tokenUrl"] as TokenServerName];
  return findProvider(tokenUrl).repeatsAccessTokens !== undefined ? { mayEndEarly: true } : {};
}

/** One stack for each kind of misfit and server, that does not fit in any other way. */
function misfittingStacks(
  contradictions: readonly Choices[],
  misfits: readonly Misfit[],
): readonly (readonly [Choices, ExpectedOutcome])[] {
  const stacks = new Map<string, readonly [Choices, ExpectedOutcome]>();
  for (const { kind, choices } of misfits) {
    const server = choices["tokenUrl"] as TokenServerName;
    const key = `${kind.name} ${server}`;
    if (stacks.has(key)) continue;
    const others = misfits.filter((other) => other.kind !== kind).map((other) => other.choices);
    const combination = completion(matrixFactors, [...contradictions, ...others])(choices);
    const expected = kind.expected(findProvider(tokenServers[server].tokenUrl));
    if (combination !== undefined) stacks.set(key, [combination, expected]);
  }
  return [...stacks.values()];
}
