import * as servicebus from "@pulumi/azure-native/servicebus";
import * as pulumi from "@pulumi/pulumi";
import type { Principal, Requirements, ServiceBusAccess, VaultAccess, WorkflowReference } from "../access";
import { GrantedWorkflow, projectType } from "../access";
import { sendLogs, type WorkflowAlerts, type WorkflowLogs } from "../alerts";
import { UsageError } from "../language-host";
import type { ConsumedSubscription, TokenSettings } from "../settings";
import { withConsumerDefaults, type Consumer } from "./consumer/consumer";
import { consumerDefinition } from "./consumer/consumer-definition";
import { refreshWorkflowIdParameter } from "./consumer/refresh-requests";
import type { SessionRenewalRole } from "./session-renewal-role";
import { watchConsumer, type ConsumerAlertRules } from "./watch-consumer";

/** Arguments of {@link TopicConsumer}. */
export interface TopicConsumerArgs {
  readonly consumer: Consumer;
  /** The refresh of the token that Salesforce accepts: a `TokenRefresh`. */
  readonly refresh:
    | {
        readonly token: Pick<TokenSettings, "secretName" | "allowedInstanceUrlSuffixes">;
        readonly workflow: { readonly id: pulumi.Input<string> };
      }
    | undefined;
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default the resource group's location */
  readonly location?: pulumi.Input<string> | undefined;
  /** The vault that holds the token, and how the workflow is granted access to it. */
  readonly access: VaultAccess;
  /** How the workflow is granted access to its subscription. */
  readonly serviceBusAccess: ServiceBusAccess | undefined;
  /** The role with which the workflow may start the refresh, and see whether it runs. */
  readonly renewalRole: SessionRenewalRole | undefined;
  /** Kind of the workflow's managed identity. @default "system" */
  readonly identity?: "system" | "user" | undefined;
  /** IP ranges from which inputs and outputs of runs can be read. @default any, subject to Azure's own permissions */
  readonly runHistoryIpRanges?: readonly string[] | undefined;
  /** Destination of the workflow's logs. @default none are collected */
  readonly logs?: WorkflowLogs | undefined;
  /** Alerts that watch the workflow's runs. @default none */
  readonly alerts?: WorkflowAlerts | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** Lock of a created subscription: the longest that Service Bus has. https://learn.microsoft.com/dotnet/api/azure.messaging.servicebus.administration.subscriptionproperties.lockduration */
const lockDuration = "PT5M";

/**
 * Everything for one consumer: the subscription, unless it exists, the Logic App that upserts its messages' records in
 * Salesforce, what its identity is granted, its logs and alert rules.
 *
 * @throws {UsageError} if `args` has no refresh of the token, or not what grants access to it and to the subscription
 */
export class TopicConsumer extends pulumi.ComponentResource {
  readonly workflow: WorkflowReference;
  /** Resource ID of the subscription. */
  readonly subscriptionId: pulumi.Output<string>;
  /** `undefined` without alerts. */
  readonly alertRules: ConsumerAlertRules | undefined;
  /** What the stack outputs about this consumer. */
  readonly summary: Readonly<Record<"id" | "name" | "principalId" | "subscriptionId", pulumi.Output<string>>> & {
    readonly alertRules?: ConsumerAlertRules;
  };

  constructor(name: string, args: TopicConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("workflows", "TopicConsumer"), name, {}, opts);
    const { refresh, renewalRole, serviceBusAccess, identity = "system", logs, alerts, ...rest } = args;
    const consumer = withConsumerDefaults(args.consumer);
    const { subscription } = consumer;
    if (refresh === undefined) throw missing(name, "refresh", "Pass the TokenRefresh of the consumer's token.");
    if (serviceBusAccess === undefined) throw missing(name, "serviceBusAccess", "Pass a ServiceBusAccess.");
    if (renewalRole === undefined) throw missing(name, "renewalRole", "Pass a SessionRenewalRole.");
    this.subscriptionId =
      subscription.kind === "existing"
        ? pulumi.output(`${subscription.topicId}/subscriptions/${subscription.name}`)
        : this.createSubscription(name, subscription);
    const granted = { id: this.subscriptionId, topicId: subscription.topicId };
    this.workflow = new GrantedWorkflow(
      name,
      {
        ...rest,
        definition: (caller) => consumerDefinition(consumer, { token: refresh.token, ...caller }),
        parameters: {
          [refreshWorkflowIdParameter]: pulumi.output(refresh.workflow.id).apply((id) => id.replace(/^\//, "")),
        },
        grantOthers: (principal: Principal, requirements: Requirements, child) => [
          ...serviceBusAccess.grant(name, principal, requirements.serviceBus, granted, child),
          ...renewalRole.grant(name, principal, requirements, refresh.workflow.id, child),
        ],
        identity,
      },
      { parent: this },
    );
    const { id, name: workflowName, principalId } = this.workflow;
    if (logs !== undefined) sendLogs(name, id, logs, { parent: this });
    this.alertRules = alerts && watchConsumer(name, id, consumer, alerts, { parent: this });
    this.summary = {
      ...{ id, name: workflowName, principalId, subscriptionId: this.subscriptionId },
      ...(this.alertRules === undefined ? {} : { alertRules: this.alertRules }),
    };
    this.registerOutputs({ id, name: workflowName, subscriptionId: this.subscriptionId });
  }

  private createSubscription(
    name: string,
    { topicId, name: subscriptionName, maxDeliveryCount }: ConsumedSubscription & { readonly kind: "created" },
  ): pulumi.Output<string> {
    const [, , , , resourceGroupName = "", , , , namespaceName = "", , topicName = ""] = topicId.split("/");
    return new servicebus.Subscription(
      name,
      {
        ...{ resourceGroupName, namespaceName, topicName, subscriptionName },
        lockDuration,
        maxDeliveryCount,
        // A message that waits longer than its time to live is not lost.
        deadLetteringOnMessageExpiration: true,
        requiresSession: false,
      },
      { parent: this },
    ).id;
  }
}

function missing(name: string, argument: keyof TopicConsumerArgs, fix: string): UsageError {
  return new UsageError(`TopicConsumer ${name}: the argument "${argument}" is missing. ${fix}`);
}
