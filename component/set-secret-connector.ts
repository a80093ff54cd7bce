import * as pulumi from "@pulumi/pulumi";
import { SetSecretConnector as Connector } from "../connector";
import { parseConnectorArguments } from "../settings/parse/parse-arguments";
import type { SetSecretConnectorArgs } from "./arguments";
import { checkArguments } from "./check-arguments";
import { vaultAccess } from "./vault-access";

/** The Set secret action for Logic Apps: a custom connector, a connection to it, and the relay Logic App behind it, which writes to the vault with its own identity and only the secrets that are on the list. */
export class SetSecretConnector extends pulumi.ComponentResource {
  /** Resource ID of the connector. */
  readonly connectorId: pulumi.Output<string>;
  /** Name of the connector. */
  readonly connectorName: pulumi.Output<string>;
  /** Resource ID of the connection, for Logic Apps in the same resource group. */
  readonly connectionId: pulumi.Output<string>;
  /** Name of the connection. */
  readonly connectionName: pulumi.Output<string>;
  /** Resource ID of the relay. */
  readonly relayId: pulumi.Output<string>;
  /** Object ID of the relay's identity in Microsoft Entra ID. */
  readonly relayPrincipalId: pulumi.Output<string>;
  /** Key for more connections to the connector. Anyone who has it can write every secret on the list. */
  readonly relayKey: pulumi.Output<string>;

  constructor(name: string, args: SetSecretConnectorArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const checked = checkArguments(`SetSecretConnector ${name}`, args, parseConnectorArguments);
    super("logicapp-keyvault-secrets:index:SetSecretConnector", name, {}, opts);
    const access = vaultAccess(name, checked, this, opts);
    const connector = new Connector(name, { ...checked, access }, { parent: this });
    this.connectorId = connector.connectorId;
    this.connectorName = connector.connectorName;
    this.connectionId = connector.connectionId;
    this.connectionName = connector.connectionName;
    this.relayId = connector.relay.id;
    this.relayPrincipalId = connector.relay.principalId;
    this.relayKey = connector.relayKey;
    this.registerOutputs({
      connectorId: this.connectorId,
      connectorName: this.connectorName,
      connectionId: this.connectionId,
      connectionName: this.connectionName,
      relayId: this.relayId,
      relayPrincipalId: this.relayPrincipalId,
      relayKey: this.relayKey,
    });
  }
}
