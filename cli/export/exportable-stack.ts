import type { DeployedRefresh, ManagedConnector } from "../../workflows/standard";

/** A custom connector of a stack, as its state shows it. */
export interface DeployedConnector extends ManagedConnector {
  /** Name in the program, such as `set-secret`. */
  readonly name: string;
  /** OpenAPI document, bound to the relay; `encrypted` if all of it is secret. */
  readonly document: unknown;
  /** IP ranges that may call the relay. Empty: any. */
  readonly allowedCallers: readonly string[];
}

/** The connectors and refreshes of a stack. Secrets are replaced by `encrypted`, even if the state shows them. */
export interface ExportableStack {
  readonly project: string;
  readonly name: string;
  readonly connectors: readonly DeployedConnector[];
  /** Names of connectors in the program whose deployment has not come to an end. */
  readonly undeployed: readonly string[];
  readonly refreshes: readonly Readonly<Record<keyof DeployedRefresh, unknown> & { readonly name: string }>[];
}
