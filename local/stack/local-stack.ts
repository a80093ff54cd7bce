import type { Settings, TokenSettings } from "../../settings";
import type { AuthorizationServer } from "../../emulator/authorization-server";
import type { Azure } from "../../emulator";
import type { Deployment } from "../deployment";

/** A refresh workflow that was deployed. */
export interface DeployedRefresh {
  readonly token: TokenSettings;
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly principalId: string;
}

/** The relay that was deployed, and what reaches it. */
export interface DeployedConnector {
  readonly connectorId: string;
  readonly connectionId: string;
  readonly relay: { readonly id: string; readonly name: string; readonly principalId: string };
  readonly allowedSecretNames: readonly string[];
}

/** The credentials that a refresh workflow was given. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The refresh token that was put into the vault; absent for `client_credentials`. */
  readonly refreshToken?: string;
}

/** The program, deployed to the stand-in, with credentials in its vault and the servers that it asks for tokens. */
export interface LocalStack {
  readonly azure: Azure;
  readonly settings: Settings;
  readonly notes: readonly string[];
  readonly deployment: Deployment;
  readonly vaultName: string;
  readonly refreshes: readonly DeployedRefresh[];
  /** Absent where no token and no allowed name needs it. */
  readonly connector?: DeployedConnector;
  /** By token URL. */
  readonly authorizationServers: ReadonlyMap<string, AuthorizationServer>;
  /** By the name of the token's secret. */
  readonly clients: ReadonlyMap<string, ClientCredentials>;
}
