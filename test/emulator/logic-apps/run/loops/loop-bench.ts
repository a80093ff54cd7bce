import type { Run } from "../../../../../emulator/logic-apps";
import type { Readings } from "../../../../../emulator/provenance";
import { json, workflowBench, type Server } from "../../workflow-bench";

/** Runs a workflow against a server that answers with the number of the request, unless another is given. */
export async function runOf(actions: object, readings: Partial<Readings> = {}, server?: Server): Promise<Run> {
  return workflowBench(server ?? ((_, count) => json(200, count)), {}, readings).run({ actions });
}

/** Name, index of the iteration and status of each action, in the order of history. */
export function history(run: Run): readonly string[] {
  return run.actions.map(({ name, status, iterations = [] }) =>
    [name, ...iterations.map(({ index }) => index), status].join(" "),
  );
}

/** Outputs of an action in each of its iterations. */
export function outputsOf(run: Run, name: string): readonly unknown[] {
  return run.actions.filter((action) => action.name === name).map(({ outputs }) => outputs);
}

/** An action that declares a text variable. */
export function initialize(name: string, value: string): object {
  return { type: "InitializeVariable", runAfter: {}, inputs: { variables: [{ name, type: "string", value }] } };
}

/** An action that gives a variable another value. */
export function set(name: string, value: unknown, runAfter: object = {}): object {
  return { type: "SetVariable", runAfter, inputs: { name, value } };
}
