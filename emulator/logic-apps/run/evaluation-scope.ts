import { exercise, follow, type Behaviour, type Readings } from "../../provenance";
import type { Scope } from "../expressions";
import { findName } from "../find-name";
import { asObject, type JsonObject } from "../../../definition/json";
import type { WorkflowResource } from "../workflow-resource";
import type { ActionState, ActionStates, Iteration } from "./action-states";
import { readable, resultOf, type Control } from "./result";
import type { FiredTrigger } from "./run-context";
import { actionBehaviours as behaviours } from "../action-behaviours";

/** An expression asked for what the run does not have (yet). Fails the action with InvalidTemplate. */
export class NotAvailableError extends Error {
  override readonly name = "NotAvailableError";

  /** @param record the behaviour that the error is an instance of */
  constructor(record: Behaviour, message: string) {
    super(message);
    exercise(record);
  }
}

/** Builds the values that expressions of a run can read. */
export function evaluationScope(run: {
  readonly id: string;
  readonly workflow: WorkflowResource;
  readonly definition: JsonObject;
  readonly trigger: FiredTrigger;
  readonly startTime: Date;
  readonly now: () => Date;
  readonly readings: Readings;
  readonly states: ActionStates;
  readonly variables: ReadonlyMap<string, unknown>;
  /** A control action by its name, in the case of its declaration. */
  readonly control: (written: string) => Control;
}): Scope {
  const { workflow, trigger, states, variables, readings } = run;
  const declared = asObject(run.definition.parameters);
  const noLoop = (): never => {
    throw new NotAvailableError(behaviours.itemOutsideLoop, "The expression uses an item outside of a loop.");
  };
  const iterationOf = (written: string): Iteration => {
    const { iterations } = states;
    const loop = findName(
      iterations.map((each) => each.loop),
      written,
      readings,
    );
    return iterations.find((each) => each.loop === loop) ?? noLoop();
  };
  const ended = (written: string): ActionState => {
    const name = findName(states.names(), written, readings) ?? written;
    const state = states.find(name);
    if (state?.status === undefined) {
      throw new NotAvailableError(behaviours.actionNotEnded, `The action '${name}' has not ended.`);
    }
    return state;
  };
  return {
    readings,
    now: run.now,
    parameter: (written) => {
      const name = findName(Object.keys(declared), written, readings) ?? written;
      const given = workflow.parameters[name];
      if (given?.value !== undefined) return given.value;
      const { defaultValue } = asObject(declared[name]);
      if (defaultValue === undefined) {
        const message = `The workflow parameter '${name}' is not found.`;
        throw new NotAvailableError(behaviours.parameterNotFound, message);
      }
      return defaultValue;
    },
    trigger: () => ({
      name: trigger.name,
      inputs: trigger.inputs ?? null,
      outputs: trigger.outputs ?? null,
      startTime: run.startTime.toISOString(),
      endTime: run.startTime.toISOString(),
      status: "Succeeded",
      code: "OK",
    }),
    action: (written) => readable(ended(written)),
    outputs: (written) => {
      const { name, status, outputs } = ended(written);
      if (status === "Skipped" && follow(readings, "skippedAction") === "outputsFail") {
        throw new NotAvailableError(
          behaviours.outputsOfSkipped,
          `The action '${name}' was skipped and has no outputs.`,
        );
      }
      return outputs ?? null;
    },
    result: (scopeName) => resultOf(run.control(scopeName), states, readings),
    workflow: () => ({
      id: workflow.id,
      name: workflow.name,
      type: "Microsoft.Logic/workflows",
      location: workflow.location,
      run: { id: `${workflow.id}/runs/${run.id}`, name: run.id, type: "Microsoft.Logic/workflows/runs" },
    }),
    variable: (written) => {
      const name = findName(variables.keys(), written, readings) ?? written;
      if (!variables.has(name)) {
        const message = `The variable '${name}' is not initialized.`;
        throw new NotAvailableError(behaviours.variableNotInitialized, message);
      }
      return variables.get(name);
    },
    item: () => {
      const innermost = states.iterations.filter((iteration) => "item" in iteration).at(-1);
      return innermost === undefined ? noLoop() : innermost.item;
    },
    items: (loop) => iterationOf(loop).item,
    iterationIndex: (loop) => iterationOf(loop).index,
  };
}
