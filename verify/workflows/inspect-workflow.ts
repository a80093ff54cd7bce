import type { ArmClient } from "../azure/arm-client";
import type { Vault } from "../azure/read-vault";
import { readWorkflow, type Workflow } from "../azure/read-workflow";
import type { CheckResult } from "../check-result";
import { attempt } from "../checks/attempt";
import type { FailureFacts } from "../checks/failure-facts";
import { checkGrants, type GrantCheck } from "../checks/grants";
import type { DeployedStack, DeployedWorkflow } from "../stack/deployed-stack";

/** A Logic App as deployed, with the grants of its identities. */
export interface InspectedWorkflow {
  readonly workflow: Workflow;
  readonly grants: GrantCheck;
}

/** Result of an inspection: checks that every workflow has, whatever its role. */
export interface Inspection {
  readonly results: readonly CheckResult[];
  /** Absent if Azure refused to return the Logic App. */
  readonly inspected?: InspectedWorkflow;
}

/** Reads a Logic App and checks its grants. */
export async function inspectWorkflow(
  azure: ArmClient,
  stack: DeployedStack,
  vault: Vault,
  { id, name }: Pick<DeployedWorkflow, "id" | "name">,
): Promise<Inspection> {
  const got = await attempt("grants", name, async () => {
    const workflow = await readWorkflow(azure, id);
    return { workflow, grants: await checkGrants(azure, stack, vault, workflow) };
  });
  return "failure" in got ? { results: [got.failure] } : { results: got.value.grants.results, inspected: got.value };
}

/** The checks of a Logic App's grants on the vault that failed. */
export function failedGrants({ workflow, grants }: InspectedWorkflow): Required<FailureFacts>["failedGrants"] {
  return grants.results
    .filter(({ status }) => status === "failed")
    .map(({ seen, fix = "" }) => ({ workflowName: workflow.name, seen, fix }));
}
