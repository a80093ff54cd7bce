import type { Run } from "../../logic-apps";
import { behaviours as ofEveryType } from "../behaviours";
import { ArmError } from "../errors";
import { behaviours } from "./behaviours";

const comparisons: Readonly<Record<string, (run: number, given: number) => boolean>> = {
  gt: (run, given) => run > given,
  ge: (run, given) => run >= given,
  lt: (run, given) => run < given,
  le: (run, given) => run <= given,
};

/**
 * Reads a filter of runs by their start, such as `startTime ge 2026-01-31T08:00:00Z`.
 *
 * @throws {ArmError} for a filter that Azure refuses, and for those by status or client tracking ID, which are not emulated
 */
export function readRunsFilter(filter: string): (run: Run) => boolean {
  if (/^\s*(?:status|clientTrackingId) eq /i.test(filter) || / (?:and|or) /i.test(filter)) {
    throw new ArmError(ofEveryType.parameterNotServed, `The emulator does not support the $filter "${filter}".`);
  }
  const [, operator = "", time = ""] = /^startTime (gt|ge|lt|le) (\d{4}-\d\d-\d\dT[\d:.]+Z)$/i.exec(filter) ?? [];
  const compare = comparisons[operator.toLowerCase()];
  const given = Date.parse(time);
  if (compare === undefined || Number.isNaN(given)) {
    const message = `The provided query filter '${filter}' is not valid or not supported.`;
    throw new ArmError(behaviours.invalidFilter, message);
  }
  return ({ startTime }) => compare(startTime.getTime(), given);
}
