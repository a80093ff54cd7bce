import { isSameName } from "../../azure";
import type { Workflow } from "../azure/read-workflow";
import { failed, type CheckResult } from "../check-result";
import { asObject, asString } from "../../definition/json";
import { upWithRefresh } from "../pulumi-commands";

const minutes: Readonly<Record<string, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 24 * 60,
  week: 7 * 24 * 60,
  month: 30 * 24 * 60,
};

/**
 * The schedule of a Logic App, as Azure has it; a failure where it is disabled or has none.
 *
 * @param check name of the check that fails
 */
export function readRecurrence(
  { name, isEnabled, definition }: Pick<Workflow, "name" | "isEnabled" | "definition">,
  check: string,
): { readonly triggerName: string; readonly intervalMinutes: number } | { readonly failure: CheckResult } {
  const fail = (seen: string, cause: string): { readonly failure: CheckResult } => {
    const fix = `Run '${upWithRefresh}', which puts the Logic App back as it was deployed.`;
    return { failure: failed({ check, subject: name, seen }, { cause, fix }) };
  };
  if (!isEnabled) return fail("the Logic App is disabled", "The Logic App was disabled outside Pulumi.");
  const [triggerName, trigger] =
    Object.entries(asObject(asObject(definition).triggers)).find(([, given]) =>
      isSameName(asObject(given).type, "Recurrence"),
    ) ?? [];
  const { frequency, interval } = asObject(asObject(trigger).recurrence);
  const unit = minutes[asString(frequency).toLowerCase()];
  if (triggerName === undefined || unit === undefined || typeof interval !== "number") {
    return fail("the Logic App has no schedule", "Its definition was changed outside Pulumi.");
  }
  return { triggerName, intervalMinutes: unit * interval };
}
