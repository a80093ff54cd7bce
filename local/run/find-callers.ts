import type { ActionRecord, Run } from "../../emulator/logic-apps";
import type { ReportedCaller } from "../report";
import type { LocalStack } from "../stack/local-stack";
import { deriveWorkflowRequirements } from "../stack/workflow-requirements";
import { reportedName } from "./reported-name";

/** Names of the actions that start runs, with the lower-case ID of the workflow that each starts. */
type Calls = ReadonlyMap<string, string>;

/** An action that may have started runs, and for how many more it has sent requests. */
interface Call {
  readonly run: Run;
  readonly action: ActionRecord;
  left: number;
}

/**
 * Finds the action that started each run: one whose definition calls the run's workflow, and which was in progress when
 * the run began. A run of the relay also has its caller's correlation ID.
 *
 * @returns callers by the ID of the run that they started
 */
export function findCallers(
  stack: Pick<LocalStack, "azure" | "connector" | "workflows">,
  runs: readonly Run[],
): ReadonlyMap<string, ReportedCaller> {
  const callsOf = new Map(stack.workflows.map((workflow) => [workflow.id.toLowerCase(), listCalls(stack, workflow)]));
  const calls = runs.flatMap((run) =>
    run.actions
      .filter(({ name }) => callsOf.get(run.workflowId.toLowerCase())?.has(name))
      .map((action): Call => ({ run, action, left: action.attempts })),
  );
  const callers = new Map<string, ReportedCaller>();
  for (const run of runs) {
    const workflowId = run.workflowId.toLowerCase();
    const isRelay = workflowId === stack.connector?.relay.id.toLowerCase();
    const found = calls.find(
      ({ run: calling, action, left }) =>
        left > 0 &&
        callsOf.get(calling.workflowId.toLowerCase())?.get(action.name) === workflowId &&
        action.startTime <= run.startTime &&
        run.startTime <= action.endTime &&
        (!isRelay || calling.correlationId === run.correlationId),
    );
    if (found === undefined) continue;
    found.left -= 1;
    callers.set(run.id, { runId: found.run.id, action: reportedName(found.action) });
  }
  return callers;
}

function listCalls(stack: Pick<LocalStack, "azure" | "connector">, workflow: LocalStack["workflows"][number]): Calls {
  const { connectors, triggerRuns } = deriveWorkflowRequirements(stack, workflow);
  const relayId = stack.connector?.relay.id.toLowerCase();
  return new Map([
    ...connectors.flatMap(({ action }) => (relayId === undefined ? [] : [[action, relayId] as const])),
    ...triggerRuns.flatMap(({ action, workflow: called }) =>
      called !== "unknown" && "id" in called ? [[action, called.id.toLowerCase()] as const] : [],
    ),
  ]);
}
