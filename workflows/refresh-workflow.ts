import * as pulumi from "@pulumi/pulumi";
import type { VaultAccess } from "../access";
import { GrantedWorkflow, projectType } from "../access";
import type { SetSecretConnector } from "../connector";
import { UsageError } from "../language-host";
import { refreshDefinition } from "./refresh/refresh-definition";
import type { RefreshedToken } from "./refresh/refreshed-token";

/** Arguments of {@link RefreshWorkflow}. */
export interface RefreshWorkflowArgs {
  readonly token: RefreshedToken;
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default the resource group's */
  readonly location?: pulumi.Input<string> | undefined;
  /** The vault, and how the workflow is granted what it needs there. */
  readonly access: VaultAccess;
  /** The connector to write by; needed for a token whose write path is `connector`. */
  readonly connector?: SetSecretConnector | undefined;
  /** Kind of the workflow's managed identity. @default "system" */
  readonly identity?: "system" | "user" | undefined;
  /** IP ranges from which inputs and outputs of runs can be read. @default any, with Azure's own permissions */
  readonly runHistoryIpRanges?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/**
 * The Logic App that keeps one token in the vault fresh.
 *
 * @throws {UsageError} if the token is to be written by a connector and none is given
 */
export class RefreshWorkflow extends pulumi.ComponentResource {
  readonly workflow: GrantedWorkflow;

  constructor(name: string, args: RefreshWorkflowArgs, options?: pulumi.ComponentResourceOptions) {
    super(projectType("workflows", "RefreshWorkflow"), name, {}, options);
    const { token, connector, identity = "system", ...rest } = args;
    const byConnector = token.writePath === "connector" ? connector : undefined;
    if (token.writePath === "connector" && byConnector === undefined) {
      throw new UsageError(
        `RefreshWorkflow ${name}: the argument "connector" is missing, and the token ${token.secretName} has the write ` +
          'path "connector". Pass a SetSecretConnector, or set the write path to "http".',
      );
    }
    this.workflow = new GrantedWorkflow(
      name,
      {
        ...rest,
        definition: (own) =>
          refreshDefinition(token, {
            identity: own,
            write:
              byConnector === undefined
                ? { kind: "http", identity: own }
                : { kind: "connector", queries: byConnector.relayAddress.queries },
          }),
        parameters: byConnector === undefined ? {} : { $connections: byConnector.connections },
        identity,
      },
      { parent: this },
    );
    this.registerOutputs({ id: this.workflow.id, name: this.workflow.name });
  }
}
