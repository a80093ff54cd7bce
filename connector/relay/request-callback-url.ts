import { setTimeout } from "node:timers/promises";
import * as logic from "@pulumi/azure-native/logic";
import * as pulumi from "@pulumi/pulumi";
import { relayTrigger } from "./relay-definition";

/** Waits in seconds between requests for the callback URL of a Logic App that is not found yet. */
const waits: readonly number[] = [1, 2, 4, 8, 16];

/**
 * Requests the callback URL of a relay, again while Azure does not find a relay that it has just created.
 *
 * @param relay.id resource ID, so that the relay exists before its URL is requested
 * @returns the URL, marked as secret at once: the result of an invoke is not, and would be readable in state
 */
export function requestCallbackUrl(
  relay: { readonly resourceGroupName: pulumi.Input<string>; readonly id: pulumi.Input<string> },
  opts: pulumi.InvokeOptions,
): pulumi.Output<logic.ListWorkflowTriggerCallbackUrlResult> {
  return pulumi.secret(
    pulumi.all([relay.resourceGroupName, relay.id]).apply(([resourceGroupName, id]) => {
      const workflowName = id.split("/").at(-1) ?? "";
      return requestUntilFound(
        () =>
          logic.listWorkflowTriggerCallbackUrl({ resourceGroupName, workflowName, triggerName: relayTrigger }, opts),
        (seconds) => setTimeout(seconds * 1_000),
      );
    }),
  );
}

/**
 * Sends a request until it does not fail with 404, at most six times.
 *
 * @param wait waits that many seconds
 * @throws the last failure
 */
export async function requestUntilFound<T>(
  request: () => Promise<T>,
  wait: (seconds: number) => Promise<unknown>,
): Promise<T> {
  for (const seconds of waits) {
    try {
      return await request();
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await wait(seconds);
    }
  }
  return request();
}

/** Azure's status is only in the text of a failed invoke, such as `Status=404 Code="WorkflowNotFound"`. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && /\b404\b/.test(error.message);
}
