import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { GrantedWorkflow, projectType, type VaultAccess, type WorkflowReference } from "../access";
import { createAlertRules, sendLogs, type AlertRules, type WorkflowAlerts, type WorkflowLogs } from "../alerts";
import type { SetSecretConnector } from "../connector";
import { UsageError } from "../language-host";
import type { TokenSettings } from "../settings";
import type { RefreshOperatorRole } from "./refresh-operator-role";
import { refreshDefinition } from "./refresh/refresh-definition";
import { withDefaults, type RefreshedToken } from "./refresh/refreshed-token";

/** Arguments of {@link TokenRefresh}. */
export interface TokenRefreshArgs {
  readonly token: RefreshedToken;
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default the resource group's location */
  readonly location?: pulumi.Input<string> | undefined;
  /** The vault, and how the workflow is granted access to it. */
  readonly access: VaultAccess;
  /** The connector to write through. Required for a token with the write path `connector`. */
  readonly connector?: SetSecretConnector | undefined;
  /** Kind of the workflow's managed identity. @default "system" */
  readonly identity?: "system" | "user" | undefined;
  /** IP ranges from which inputs and outputs of runs can be read. @default any, subject to Azure's own permissions */
  readonly runHistoryIpRanges?: readonly string[] | undefined;
  /** The role of the token's refresh operators. Required for a token that has any. */
  readonly operatorRole?: RefreshOperatorRole | undefined;
  /** Destination of the workflow's logs. @default none are collected */
  readonly logs?: WorkflowLogs | undefined;
  /** Alerts that watch the workflow's runs. @default none */
  readonly alerts?: WorkflowAlerts | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/**
 * Everything for one token: the Logic App that keeps it fresh, the operators that may run it, its logs and alert rules.
 *
 * @throws {UsageError} if the token needs a connector or an operator role and `args` has none
 */
export class TokenRefresh extends pulumi.ComponentResource {
  readonly workflow: WorkflowReference;
  readonly token: TokenSettings;
  /** `undefined` without alerts. */
  readonly alertRules: AlertRules | undefined;
  /** What the stack outputs about this token. */
  readonly summary: Readonly<Record<"id" | "name" | "principalId", pulumi.Output<string>>> & {
    readonly alertRules?: AlertRules;
  };

  constructor(name: string, args: TokenRefreshArgs, opts?: pulumi.ComponentResourceOptions) {
    // The type keeps the name under which stacks have the component.
    super(projectType("workflows", "RefreshWorkflow"), name, {}, opts);
    const { token: given, connector, identity = "system", operatorRole, logs, alerts, ...rest } = args;
    const token = withDefaults(given);
    this.token = token;
    const byConnector = token.writePath === "connector" ? connector : undefined;
    if (token.writePath === "connector" && byConnector === undefined) {
      throw new UsageError(
        `TokenRefresh ${name}: the argument "connector" is missing, but the token ${token.secretName} has writePath ` +
          '"connector". Pass a SetSecretConnector, or set writePath to "http".',
      );
    }
    this.workflow = new GrantedWorkflow(
      name,
      {
        ...rest,
        definition: (caller) =>
          refreshDefinition(token, {
            ...caller,
            write:
              byConnector === undefined
                ? { kind: "http" }
                : { kind: "connector", queries: byConnector.relayAddress.queries },
          }),
        parameters: byConnector === undefined ? {} : { $connections: byConnector.connections },
        identity,
      },
      { parent: this },
    );
    if (token.refreshOperators.length > 0) this.assignOperators(name, token, operatorRole);
    const { id, name: workflowName, principalId } = this.workflow;
    if (logs !== undefined) sendLogs(name, id, logs, this.movedFrom(logs));
    const activity = `refresh of the token ${token.secretName}`;
    const watched = { workflowId: id, activity, intervalMinutes: token.intervalMinutes };
    this.alertRules = alerts && createAlertRules(name, watched, alerts, this.movedFrom(alerts));
    this.summary = {
      ...{ id, name: workflowName, principalId },
      ...(this.alertRules === undefined ? {} : { alertRules: this.alertRules }),
    };
    this.registerOutputs({ id: this.workflow.id, name: this.workflow.name });
  }

  private assignOperators(
    name: string,
    {
      secretName,
      refreshOperators,
    }: Pick<RefreshedToken, "secretName"> & Required<Pick<RefreshedToken, "refreshOperators">>,
    role: RefreshOperatorRole | undefined,
  ): void {
    if (role === undefined) {
      throw new UsageError(
        `TokenRefresh ${name}: the argument "operatorRole" is missing, but the token ${secretName} has ` +
          "refreshOperators. Pass a RefreshOperatorRole, or remove the operators.",
      );
    }
    for (const { principalId, principalType } of refreshOperators) {
      new authorization.RoleAssignment(
        `${name}-run-${principalId}`,
        { scope: this.workflow.id, roleDefinitionId: role.roleId, principalId, principalType },
        this.movedFrom(role),
      );
    }
  }

  /** Options of a child which stacks deployed earlier have as a child of a component that all tokens share. */
  private movedFrom(shared: pulumi.Resource): pulumi.CustomResourceOptions {
    return { parent: this, aliases: [{ parent: shared }] };
  }
}
