import type { Clock } from "../../../clock";
import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { failed, succeeded, type Outcome } from "../outcome";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";

const milliseconds: Readonly<Record<string, number>> = {
  Second: 1_000,
  Minute: 60_000,
  Hour: 3_600_000,
  Day: 86_400_000,
  Week: 604_800_000,
};

/** Lets time pass: for an interval, or until a timestamp. `inputs` are evaluated already. */
export async function performWait(inputs: JsonObject, clock: Clock): Promise<Outcome> {
  const { count, unit } = asObject(inputs.interval);
  const until = Date.parse(asString(asObject(inputs.until).timestamp));
  const wait =
    inputs.interval === undefined
      ? until - clock.now().getTime()
      : Number(count) * (milliseconds[asString(unit)] ?? Number.NaN);
  if (Number.isNaN(wait)) {
    const message = `The interval or timestamp of the Wait action is not one of ${Object.keys(milliseconds).join(", ")}.`;
    return failed(actionFailure(behaviours.invalidWait, message), { inputs });
  }
  if (wait > 0) await clock.wait(wait);
  return succeeded({ inputs });
}
