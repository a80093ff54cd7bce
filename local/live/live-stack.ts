import { WorkflowNotRunnableError, type Run } from "../../emulator/logic-apps";
import type { ReportedRun } from "../report";
import { describeRuns } from "../run/describe-runs";
import { findCallers } from "../run/find-callers";
import type { DeployedConsumer, DeployedRefresh, DeployedWorkflow, LocalStack } from "../stack/local-stack";
import { unlessDeleted } from "./unless-deleted";

/** A Logic App that can be started, as it is now. */
export interface LiveWorkflow {
  readonly name: string;
  readonly role: "refresh" | "consumer";
  /** The token that it refreshes, or the name of the consumer. */
  readonly subject: string;
  readonly isRunning: boolean;
  /** Next slot of its recurrence. Absent while it is disabled. */
  readonly next?: Date;
}

/** Runs as they are now. */
export interface LiveRuns {
  /** Those that no workflow started, the newest first. */
  readonly outermost: readonly ReportedRun[];
  /** These and those that they started. */
  readonly all: readonly ReportedRun[];
}

/** Most runs that the page shows, and most that it looks at for those that they started. */
const mostShown = 30;
const mostSeen = 200;

/** A served stack as it is now: what the page shows of its workflows. */
export class LiveStack {
  readonly #since: Date;
  /** Runs as they were seen last, and what was made of them. */
  #last: { readonly seen: readonly Run[]; readonly runs: LiveRuns } = { seen: [], runs: { outermost: [], all: [] } };

  /** Earlier runs are those of the proofs, which the report has. */
  constructor(readonly stack: LocalStack) {
    this.#since = stack.azure.clock.now();
  }

  /** The Logic Apps that can be started, without those that a client has deleted. */
  workflows(): readonly LiveWorkflow[] {
    const { azure } = this.stack;
    return this.#deployed().map((workflow) => {
      const next = azure.logicApps.nextSlot(workflow.id, azure.clock.now());
      return {
        name: workflow.name,
        role: workflow.role,
        subject: workflow.role === "refresh" ? workflow.token.secretName : workflow.consumer.name,
        isRunning: this.#runs(workflow).some(({ status }) => status === "Running"),
        ...(next === undefined ? {} : { next }),
      };
    });
  }

  /**
   * Next slots of the Logic Apps' recurrences after a time, the first slot first. Those that a client has deleted or disabled
   * have none.
   */
  nextSlots(after: Date): readonly { readonly workflow: DeployedRefresh | DeployedConsumer; readonly slot: Date }[] {
    const { logicApps } = this.stack.azure;
    return this.#deployed()
      .flatMap((workflow) => {
        const slot = logicApps.nextSlot(workflow.id, after);
        return slot === undefined ? [] : [{ workflow, slot }];
      })
      .sort((a, b) => a.slot.getTime() - b.slot.getTime());
  }

  /** Finds a Logic App that can be started. */
  find(name: unknown): DeployedRefresh | DeployedConsumer | undefined {
    return this.#deployed().find((workflow) => workflow.name === name);
  }

  /** The last runs since the stack is served. The same object as before, where nothing has changed. */
  runs(): LiveRuns {
    const seen = this.stack.workflows
      .flatMap((workflow) => this.#runs(workflow))
      .filter(({ startTime }) => startTime >= this.#since)
      .sort((a, b) => a.startTime.getTime() - b.startTime.getTime())
      .slice(-mostSeen);
    // History has one object for a run that has ended, and a new one each time for a run that goes on.
    const isSame = seen.length === this.#last.seen.length && seen.every((run, index) => run === this.#last.seen[index]);
    if (!isSame) this.#last = { seen, runs: this.#describe(seen) };
    return this.#last.runs;
  }

  #describe(runs: readonly Run[]): LiveRuns {
    const callers = findCallers(this.stack, runs);
    const outermost = new Set(
      runs
        .filter((run) => !callers.has(run.id) && !isAwaited(run, runs))
        .slice(-mostShown)
        .map(({ id }) => id),
    );
    const all = describeRuns(this.stack.azure.logicApps, runs, callers);
    return { outermost: all.filter(({ id }) => outermost.has(id)).reverse(), all };
  }

  #deployed(): readonly (DeployedRefresh | DeployedConsumer)[] {
    return [...this.stack.refreshes, ...this.stack.consumers].filter(
      (workflow) => this.#history(workflow) !== undefined,
    );
  }

  #runs(workflow: DeployedWorkflow): readonly Run[] {
    return this.#history(workflow) ?? [];
  }

  /** Undefined for a workflow that a client has deleted. */
  #history({ id }: DeployedWorkflow): readonly Run[] | undefined {
    return unlessDeleted(WorkflowNotRunnableError, () => this.stack.azure.logicApps.runs(id));
  }
}

/** Decides whether an action under way has started a run: history has such an action only when it has ended. */
function isAwaited({ id, correlationId }: Run, runs: readonly Run[]): boolean {
  return runs.some((other) => other.id !== id && other.id === correlationId && other.status === "Running");
}
