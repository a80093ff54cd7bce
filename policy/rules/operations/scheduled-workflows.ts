import { asObject } from "../../../definition";
import type { ModelWorkflow } from "../../model";
import { secretWrites } from "../../model";

/** Lists the triggers of a definition that look for something to do on a schedule, each with its name. */
export function scheduledTriggers(
  definition: unknown,
): readonly (readonly [name: string, trigger: Readonly<Record<string, unknown>>])[] {
  return Object.entries(asObject(asObject(definition).triggers))
    .map(([name, trigger]) => [name, asObject(trigger)] as const)
    .filter(([, { recurrence }]) => recurrence !== undefined);
}

/** Decides whether a workflow writes a secret on a schedule. */
export function isRefresh({ definition, requirements }: ModelWorkflow): boolean {
  return secretWrites(requirements).length > 0 && scheduledTriggers(definition).length > 0;
}

/** Decides whether a workflow locks messages of Service Bus on a schedule. */
export function isReceiver({ definition, requirements: { serviceBus, connectors } }: ModelWorkflow): boolean {
  const locks =
    serviceBus.some(({ operation }) => operation?.name === "PeekLockMessage") ||
    connectors.some(
      ({ method, path }) => method === "GET" && /\/messages(?:\/batch)?(?:\/head)?\/peek\/?$/i.test(path),
    );
  return locks && scheduledTriggers(definition).length > 0;
}
