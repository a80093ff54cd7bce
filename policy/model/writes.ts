import { findSecretOperation, secretOperations } from "../../azure";
import type { Requirements } from "../../access/permissions";
import type { SecretOperation } from "../../azure";
import type { JsonObject } from "../../definition";
import { asObject, walkActions } from "../../definition";

/** An action that writes a secret. */
export interface Write {
  readonly action: string;
  readonly operation: SecretOperation;
  /** The names that the secret can have. Absent: any. */
  readonly secretNames?: readonly string[];
}

/** Writes that a workflow does itself, with its own identity. */
export function vaultWrites({ vault }: Requirements): readonly Write[] {
  return vault.filter(({ operation }) => operation.permission === "set");
}

/** Writes that a workflow asks of a connector. */
export function connectorWrites({ connectors }: Requirements): readonly Write[] {
  return connectors.flatMap(({ method, path, ...call }) => {
    const operation = findSecretOperation(method, path)?.operation;
    return operation?.permission === "set" ? [{ ...call, operation }] : [];
  });
}

export function secretWrites(requirements: Requirements): readonly Write[] {
  return [...vaultWrites(requirements), ...connectorWrites(requirements), ...resourceManagerWrites(requirements)];
}

/** Writes by Azure Resource Manager, past the vault's own permissions. */
function resourceManagerWrites({ resourceManagerWrites: writes }: Requirements): readonly Write[] {
  return writes.map((write) => ({ ...write, operation: secretOperations.SetSecret }));
}

/** Inputs of an action of a definition, by the action's name. */
export function inputsByAction(definition: unknown): ReadonlyMap<string, JsonObject> {
  return new Map(walkActions(definition).map(({ name, action }) => [name, asObject(action.inputs)]));
}
