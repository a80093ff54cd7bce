import type { ConsumerSettings, Settings, TokenSettings } from "../../settings";
import type { AuthorizationServer } from "../../emulator/authorization-server";
import type { Azure } from "../../emulator";
import type { Deployment } from "../deployment";
import type { RecordSource } from "./salesforce/record-source";
import type { ServedOrg } from "./salesforce/serve-orgs";

/** A deployed Logic App of the stack. */
export interface DeployedWorkflow {
  /** Purpose in the stack. */
  readonly role: "refresh" | "relay" | "consumer";
  /** ARM resource ID. */
  readonly id: string;
  readonly name: string;
  /** Object ID of the managed identity that it calls the vault with. */
  readonly principalId: string;
}

/** A deployed Logic App that refreshes a token. */
export interface DeployedRefresh extends DeployedWorkflow {
  readonly role: "refresh";
  readonly token: TokenSettings;
}

/** A deployed Logic App that consumes a subscription. */
export interface DeployedConsumer extends DeployedWorkflow {
  readonly role: "consumer";
  readonly consumer: ConsumerSettings;
  /** ARM resource ID of the Service Bus subscription. */
  readonly subscriptionId: string;
  /** The org that its records go to; absent if its token's server belongs to none. */
  readonly org?: ServedOrg;
}

/** The deployed relay, with the connector and the connection that call it. */
export interface DeployedConnector {
  readonly connectorId: string;
  readonly connectionId: string;
  readonly relay: DeployedWorkflow;
  readonly allowedSecretNames: readonly string[];
}

/** The OAuth client credentials of a refresh workflow. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The refresh token that was stored in the vault first; absent for `client_credentials`. */
  readonly refreshToken?: string;
}

/** The program, deployed to the emulator, with credentials in its vault and authorization servers that issue tokens. */
export interface LocalStack {
  readonly azure: Azure;
  readonly settings: Settings;
  readonly notes: readonly string[];
  readonly deployment: Deployment;
  readonly vaultName: string;
  /** Every Logic App of the stack. */
  readonly workflows: readonly DeployedWorkflow[];
  /** The workflows that refresh a token. */
  readonly refreshes: readonly DeployedRefresh[];
  /** The workflows that consume a subscription. */
  readonly consumers: readonly DeployedConsumer[];
  /** Sends messages to the consumers. */
  readonly source: RecordSource;
  /** Absent if no token and no allowed name needs it. */
  readonly connector?: DeployedConnector;
  /** Authorization servers by token URL. */
  readonly authorizationServers: ReadonlyMap<string, AuthorizationServer>;
  /** Client credentials by the name of the token's secret. */
  readonly clients: ReadonlyMap<string, ClientCredentials>;
}
