import type { SecretOperation, ServiceBusEntity, ServiceBusOperation } from "../../azure";

/** How a definition names a vault: by its host, by the parameter that holds its address, or by a connection. */
export type VaultName =
  | { readonly host: string }
  | { readonly parameter: string }
  /** Key among the workflow's `$connections`; the connection resource names the vault. */
  | { readonly connection: string };

/** Permission on a vault that an action needs for the workflow's identity. */
export interface VaultRequirement {
  readonly action: string;
  readonly operation: SecretOperation;
  readonly vault: VaultName;
  /** The names that the secret can have. Absent: any secret of the vault, or all of them. */
  readonly secretNames?: readonly string[];
  /** Resource id of the user-assigned identity, as the definition has it. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/** A call of an operation on secrets through a connector. */
export interface ConnectorCall {
  readonly action: string;
  /** Key among the workflow's `$connections`. */
  readonly connection: string;
  readonly method: string;
  /** With `{}` in place of what is not known before the run. */
  readonly path: string;
  /** The names that the secret can have. Absent: any, or none is named. */
  readonly secretNames?: readonly string[];
}

/** Permissions that a call of a Service Bus namespace needs for the workflow's identity. */
export interface ServiceBusRequirement {
  readonly action: string;
  /** Absent: only the run tells which, or the REST interface has no such operation. */
  readonly operation?: ServiceBusOperation;
  /** Several: one of them, and only the run tells which. None: the call may need anything but is on no message. */
  readonly dataActions: readonly string[];
  /** Absent: not known before the run, or named by {@link connection}. */
  readonly namespaceHost?: string;
  /** Key among the workflow's `$connections`; the connection resource names the namespace. */
  readonly connection?: string;
  /** Absent: not known before the run. */
  readonly entity?: ServiceBusEntity;
  /** Resource id of the user-assigned identity, as the definition has it. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/** How a definition names another workflow: by its resource id, or by the parameter that holds the id. */
export type WorkflowName = { readonly id: string } | { readonly parameter: string } | "unknown";

/** A trigger that an action runs by Azure Resource Manager. */
export interface TriggerRunRequirement {
  readonly action: string;
  readonly workflow: WorkflowName;
  /** Absent: not known before the run. */
  readonly trigger?: string;
  /** Resource id of the user-assigned identity, as the definition has it. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/** Another call of Azure Resource Manager. */
export interface ResourceManagerCall {
  readonly action: string;
  /** Such as `Microsoft.Logic/workflows/disable/action`. Absent: not known before the run. */
  readonly permission?: string;
  /** The resource. Absent: not known before the run. */
  readonly id?: string;
  /** The parameter that holds the ID of the workflow whose runs the call reads, where its value is not known. */
  readonly workflow?: { readonly parameter: string };
  /** Resource id of the user-assigned identity, as the definition has it. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/** Requirements of the actions of a definition. */
export interface Requirements {
  readonly vault: readonly VaultRequirement[];
  readonly serviceBus: readonly ServiceBusRequirement[];
  readonly triggerRuns: readonly TriggerRunRequirement[];
  readonly resourceManagerCalls: readonly ResourceManagerCall[];
  readonly connectors: readonly ConnectorCall[];
  readonly unknownVaultCalls: readonly UnknownVaultCall[];
  readonly resourceManagerWrites: readonly ResourceManagerWrite[];
}

/** A call of a vault that Key Vault has no operation on secrets for. */
export interface UnknownVaultCall {
  readonly action: string;
  readonly method: string;
  readonly path: string;
}

/** A secret that an action writes by Azure Resource Manager, past the permissions of the vault's data plane. */
export interface ResourceManagerWrite {
  readonly action: string;
  /** The names that the secret can have. Absent: any. */
  readonly secretNames?: readonly string[];
}
