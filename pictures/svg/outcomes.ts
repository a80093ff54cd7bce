/** Status of an action in a run. */
export type ActionStatus = "Succeeded" | "Failed" | "Skipped" | "TimedOut" | "Cancelled" | "Running";

/** An action in a run; in a loop, one for each iteration. */
export interface ActionOutcome {
  readonly name: string;
  readonly status: ActionStatus;
  readonly code?: string;
  /** Requests that were sent. */
  readonly attempts?: number;
}

/** A run of a workflow, as far as its picture shows it: nothing of inputs and outputs. */
export interface PicturedRun {
  readonly status: string;
  readonly triggerName: string;
  readonly actions: readonly ActionOutcome[];
}

/** Status of a trigger or an action in a picture. */
export type NodeStatus = ActionStatus | "NotReached";

/** What became of a trigger or an action in a run. */
export interface NodeOutcome {
  /** The one that matters most, if there are several. */
  readonly status: NodeStatus;
  /** Every status that it ended with. */
  readonly statuses: ReadonlySet<NodeStatus>;
  /** `Failed (Forbidden), 3 attempts`, or `Failed 1×, Succeeded 4×`. */
  readonly words: string;
}

/** Words of the statuses, the one that matters most first. */
export const statusWords: Readonly<Record<NodeStatus, string>> = {
  Failed: "Failed",
  TimedOut: "Timed out",
  Cancelled: "Cancelled",
  Running: "Running",
  Succeeded: "Succeeded",
  Skipped: "Skipped",
  NotReached: "Not reached",
};

const mostImportantFirst = Object.keys(statusWords) as readonly NodeStatus[];

/** Statuses whose code tells something that the status does not. */
const withCode: ReadonlySet<NodeStatus> = new Set(["Failed", "TimedOut", "Cancelled"]);

/** Finds what became of each trigger and action in a run. */
export function findOutcome(run: PicturedRun): (node: { readonly form: string; readonly name: string }) => NodeOutcome {
  const byName = new Map<string, ActionOutcome[]>();
  for (const action of run.actions) {
    const known = byName.get(action.name);
    if (known === undefined) byName.set(action.name, [action]);
    else known.push(action);
  }
  return ({ form, name }) => {
    if (form === "trigger") return outcomeOf(name === run.triggerName ? [{ name, status: "Succeeded" }] : [], run);
    return outcomeOf(byName.get(name) ?? [], run);
  };
}

function outcomeOf(records: readonly ActionOutcome[], run: PicturedRun): NodeOutcome {
  const [first, ...others] = records;
  if (first === undefined) {
    const words = run.status === "Running" ? "Not yet reached" : statusWords.NotReached;
    return { status: "NotReached", statuses: new Set(["NotReached"]), words };
  }
  const statuses = new Set(records.map(({ status }) => status));
  const present = mostImportantFirst.filter((status): status is ActionStatus =>
    (statuses as ReadonlySet<NodeStatus>).has(status),
  );
  const status = present[0] ?? first.status;
  const attempts = Math.max(...records.map((record) => record.attempts ?? 1));
  const code = withCode.has(status) ? records.find((record) => record.status === status)?.code : undefined;
  const detail = code === undefined || code === "" ? "" : ` (${code})`;
  const words =
    others.length === 0
      ? statusWords[status] + detail
      : present
          .map((each) => `${statusWords[each]} ${countOf(records, each)}×${each === status ? detail : ""}`)
          .join(", ");
  return { status, statuses, words: attempts > 1 ? `${words}, ${attempts} attempts` : words };
}

function countOf(records: readonly ActionOutcome[], status: ActionStatus): number {
  return records.filter((record) => record.status === status).length;
}
