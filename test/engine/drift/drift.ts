import type { Arm, ArmResource } from "../../../emulator/resource-manager";
import type { StackSettings } from "../engine-stack";

/** A command that follows a change outside Pulumi. */
export type DriftCommand = "preview" | "refresh" | "up" | "up --refresh" | "up --target-replace";

/** A change that somebody makes in Azure and not in the program. */
export interface Drift {
  /** Description of the change, for the rendered table. */
  readonly change: string;
  /** Type and logical name of the resource: `keyvault:Vault secrets`. */
  readonly resource: string;
  /** Makes the change to the resource of that ID. */
  readonly apply: (arm: Arm, id: string) => void | Promise<void>;
  /** Commands in the order of their run; the lines of what each changes, or `fails: ` and a part of the error. */
  readonly commands: readonly (readonly [command: DriftCommand, outcome: readonly string[]])[];
  /** Reason for these outcomes: no record of azure-native has them. */
  readonly inferredFrom: string;
  /** True where the stack is as before, so that a preview and a refresh find nothing. @default true */
  readonly restored?: boolean;
}

/** A stack with one token that drifts several times, and is destroyed. */
export interface DriftScenario {
  readonly name: string;
  readonly settings: StackSettings;
  readonly drifts: Readonly<Record<string, Drift>>;
}

/** Deletes the resource. */
export function deleteResource(arm: Arm, id: string): void {
  arm.deleteResource(id);
}

/** Puts the resource again, with another body. */
export function changeBody(change: (body: ArmResource["body"]) => ArmResource["body"]): Drift["apply"] {
  return (arm, id) => {
    const resource = arm.resources().find((known) => known.id.toLowerCase() === id.toLowerCase());
    if (resource === undefined) throw new Error(`There is no resource '${id}' to change.`);
    return arm.put({ ...resource, body: change(resource.body) });
  };
}
