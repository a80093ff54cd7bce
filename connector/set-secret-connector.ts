import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { GrantedWorkflow, projectType, type VaultAccess, type WorkflowReference } from "../access";
import type { RelayAddress } from "./operation/bind-to-relay";
import { bindToRelay } from "./operation/bind-to-relay";
import { connectorIcon } from "./connector-icon";
import { readCallbackUrl } from "./relay/callback-url";
import { allowedSecretNamesParameter, relayDefinition } from "./relay/relay-definition";
import { requestCallbackUrl } from "./relay/request-callback-url";
import { connectionKey } from "./operation/set-secret-action";
import { setSecretDocument } from "./operation/set-secret-document";

/** Arguments of {@link SetSecretConnector}. */
export interface SetSecretConnectorArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** The designer shows the connector only to Logic Apps in this location. @default the resource group's location */
  readonly location?: pulumi.Input<string> | undefined;
  /** The vault to write to, and how the relay is granted access to it. */
  readonly access: VaultAccess;
  /** Names that may be written, at least one. Key Vault ignores case in names. */
  readonly allowedSecretNames: readonly string[];
  /** Kind of the relay's managed identity. @default "system" */
  readonly identity?: "system" | "user" | undefined;
  /** IP ranges that may call the relay: those of the region's connectors. @default any caller with the relay's key */
  readonly allowedCallerIpRanges?: readonly string[] | undefined;
  /** IP ranges from which inputs and outputs of the relay's runs can be read. @default any, subject to Azure's own permissions */
  readonly runHistoryIpRanges?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** Value of a tag, so at most 256 characters. */
const openTriggerReason =
  "The connector runtime calls with the relay's key, from the region's shared connector addresses.";

/** Value of a workflow's `$connections` parameter. */
export type Connections = Readonly<
  Record<string, Readonly<Record<"id" | "connectionId" | "connectionName", pulumi.Output<string>>>>
>;

/**
 * The Set secret action: a custom connector, a connection to it, and the relay Logic App behind it.
 *
 * The relay writes with its own managed identity, which is granted only that permission, and only secrets whose names
 * are on the list.
 */
export class SetSecretConnector extends pulumi.ComponentResource {
  readonly connectorId: pulumi.Output<string>;
  readonly connectorName: pulumi.Output<string>;
  readonly connectionId: pulumi.Output<string>;
  readonly connectionName: pulumi.Output<string>;
  /** For the `$connections` parameter of a workflow that uses {@link setSecretByConnector}. */
  readonly connections: Connections;
  /** Address of the relay; no part of it is secret. */
  readonly relayAddress: RelayAddress<pulumi.Output<string>>;
  /** The key (`sig`) that a connection needs; secret. */
  readonly relayKey: pulumi.Output<string>;
  readonly relay: WorkflowReference;
  /** The part of the stack's outputs that describes the connector. */
  readonly summary: Readonly<Record<string, unknown>>;

  constructor(name: string, args: SetSecretConnectorArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("connector", "SetSecretConnector"), name, {}, opts);
    const child = { parent: this };
    const place = {
      resourceGroupName: args.resourceGroupName,
      ...(args.location === undefined ? {} : { location: args.location }),
      ...(args.tags === undefined ? {} : { tags: args.tags }),
    };
    this.relay = new GrantedWorkflow(
      `${name}-relay`,
      {
        ...place,
        definition: relayDefinition,
        parameters: { [allowedSecretNamesParameter]: args.allowedSecretNames.map((name) => name.toLowerCase()) },
        access: args.access,
        identity: args.identity ?? "system",
        allowedCallerIpRanges: args.allowedCallerIpRanges,
        ...(args.allowedCallerIpRanges === undefined || args.allowedCallerIpRanges.length === 0
          ? { openTriggerReason }
          : {}),
        runHistoryIpRanges: args.runHistoryIpRanges,
      },
      child,
    );

    const callbackUrl = requestCallbackUrl({ resourceGroupName: args.resourceGroupName, id: this.relay.id }, child);
    const { address, key } = readCallbackUrl(callbackUrl);
    this.relayAddress = address;
    this.relayKey = key;

    const connector = new web.CustomApi(
      name,
      {
        ...place,
        properties: {
          displayName: "Key Vault secrets",
          description: "Writes a secret to Azure Key Vault, and never repeats its value.",
          iconUri: connectorIcon,
          apiType: "Rest",
          swagger: bindToRelay(setSecretDocument(args.allowedSecretNames), address),
          // The runtime calls this URL; the designer uses the document's host.
          backendService: { serviceUrl: pulumi.interpolate`https://${address.host}${address.basePath}` },
          connectionParameters: { api_key: { type: "securestring" } },
        },
      },
      child,
    );
    const connection = new web.Connection(
      name,
      {
        ...place,
        properties: {
          displayName: "Key Vault secrets",
          api: { id: connector.id },
          parameterValues: { api_key: key },
        },
      },
      // Nothing calls the relay before it may write. The connection alone waits for the grants, one for each name: as
      // dependencies of the look-up, they would stand in the state of every Logic App that uses its answer.
      { ...child, dependsOn: [...this.relay.grants] },
    );
    this.connectorId = connector.id;
    this.connectorName = connector.name;
    this.connectionId = connection.id;
    this.connectionName = connection.name;
    this.connections = {
      [connectionKey]: { id: connector.id, connectionId: connection.id, connectionName: connection.name },
    };
    const { id, name: relayName, principalId } = this.relay;
    this.summary = {
      connectorId: this.connectorId,
      connectorName: this.connectorName,
      connectionId: this.connectionId,
      relay: { id, name: relayName, principalId },
      relayKey: this.relayKey,
      allowedSecretNames: args.allowedSecretNames,
    };
    this.registerOutputs({
      connectorId: this.connectorId,
      connectorName: this.connectorName,
      connectionId: this.connectionId,
    });
  }
}
