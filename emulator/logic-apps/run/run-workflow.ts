import { walkActions } from "../../../definition";
import { asObject } from "../../../definition/json";
import type { Scope } from "../expressions";
import { findName } from "../find-name";
import type { Run, RunError } from "../run-history";
import { newRunId } from "./run-id";
import type { WorkflowResource } from "../workflow-resource";
import { evaluationScope } from "./evaluation-scope";
import { ActionStates } from "./action-states";
import { branchFailedMessage } from "./outcome";
import { performAction } from "./perform-action";
import { runActions, skipAll } from "./run-actions";
import { followedStatus } from "./set-status";
import type { FiredTrigger, RunContext, RunServices, Termination, WorkflowAnswer } from "./run-context";
import { actionRecord, triggerRecord } from "./run-record";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { actionFailure } from "../errors";
import { exercise } from "../../provenance";

/** A run that has begun. */
export interface StartedRun {
  /** The run as its history shows it now. */
  readonly snapshot: () => Run;
  /** Resolves when the run has ended, however it did. Rejects for a fault of the emulator only. */
  readonly ended: Promise<Run>;
}

/** Starts a run of a workflow. */
export function startRun(options: {
  readonly workflow: WorkflowResource;
  readonly trigger: FiredTrigger;
  /** The caller's; @default the run's own id */
  readonly correlationId?: string | undefined;
  readonly services: RunServices;
  /** Gives an answer to the caller; false where no caller waits. */
  readonly respond: (answer: WorkflowAnswer) => boolean;
}): StartedRun {
  const { workflow, trigger, services, respond } = options;
  const startTime = services.clock.now();
  const id = newRunId(startTime);
  const definition = asObject(workflow.definition);
  const placed = walkActions(definition);
  const states = new ActionStates();
  const variables = new Map<string, unknown>();
  const correlationId = options.correlationId ?? id;
  const controls = new Map(placed.map(({ name, action }) => [name, action]));
  const scopeOf = (read: ActionStates): Scope =>
    evaluationScope({
      id,
      workflow,
      definition,
      trigger,
      startTime,
      now: () => services.clock.now(),
      states: read,
      variables,
      readings: services.readings,
      control: (written) => {
        const name = findName(controls.keys(), written, services.readings) ?? written;
        return { name, action: asObject(controls.get(name)) };
      },
    });

  let hasEnded = false;
  let status: Run["status"] = "Running";
  let error: RunError | undefined;
  let endTime: Date | undefined;
  let finish: () => void = () => undefined;
  const terminated = new Promise<void>((resolve) => (finish = resolve));
  const end = (termination: Termination): void => {
    if (hasEnded) return;
    skipAll(definition.actions, context);
    const now = services.clock.now();
    cancelInProgress(states, now);
    endTime = now;
    hasEnded = true;
    ({ status, error } = { error: undefined, ...termination });
    finish();
  };
  const base = { id, workflow, definition, trigger, correlationId, startTime, services };
  const context: RunContext = {
    ...base,
    states,
    variables,
    scope: scopeOf(states),
    scopeOf,
    respond,
    terminate: end,
    hasEnded: () => hasEnded,
  };

  const record = (): Run => ({
    id,
    workflowId: workflow.id,
    workflowName: workflow.name,
    triggerName: trigger.name,
    status,
    ...(error === undefined ? {} : { error }),
    startTime,
    ...(endTime === undefined ? {} : { endTime }),
    trigger: triggerRecord(trigger),
    actions: states.inOrder().flatMap(actionRecord),
    correlationId,
  });
  let last: Run | undefined;
  const completed = runActions(definition.actions, context, performAction).then((ended) => {
    const status = followedStatus(ended, services.readings);
    const error = status === "Failed" ? actionFailure(behaviours.runFailed, branchFailedMessage) : undefined;
    end(error === undefined ? { status } : { status, error });
    // No branch is under way any more: history does not change.
    last = record();
  });
  const snapshot = (): Run => last ?? record();
  return { snapshot, ended: Promise.race([completed, terminated]).then(snapshot) };
}

function cancelInProgress(states: ActionStates, endTime: Date): void {
  for (const state of states.inOrder()) {
    if (state.status !== undefined) continue;
    const { code } = exercise(behaviours.cancelled);
    Object.assign(state, { status: "Cancelled", code, endTime });
  }
}
