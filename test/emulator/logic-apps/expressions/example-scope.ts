import { defaultReadings } from "../../../../emulator/provenance";
import type { Scope } from "../../../../emulator/logic-apps/expressions";

/** A scope with the names that the reference's examples use; a name that it does not have throws. */
export function exampleScope(changes: Partial<Scope> = {}): Scope {
  const body = { FullName: "Contoso Corporation", Id: 283541717, status: "Succeeded" };
  return {
    readings: defaultReadings,
    now: () => new Date("2026-11-01T12:00:00.000Z"),
    parameter: (name) => known({ fullName: "Sophia Owen" }, name),
    trigger: () => ({ name: "manual", outputs: { headers: { Accept: "*/*" }, body: { secretName: "token" } } }),
    action: (name) => known({ Get_user: { name, status: "Succeeded", outputs: { statusCode: 200, body } } }, name),
    outputs: (name) => known({ Get_user: { statusCode: 200, body } }, name),
    result: (name) => known({ Scope: [{ name: "HTTP", status: "Failed" }] }, name),
    workflow: () => ({ name: "refresh", run: { name: "08584" } }),
    variable: (name) => known({ numItems: 20 }, name),
    item: () => ({ body: "current" }),
    items: (loop) => known({ For_each: "current of For_each" }, loop),
    iterationIndex: (loop) => known({ Until: 3 }, loop) as number,
    ...changes,
  };
}

function known(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!Object.hasOwn(values, name)) throw new Error(`The scope has no ${name}`);
  return values[name];
}
