import type * as pulumi from "@pulumi/pulumi";
import { SetSecretConnector as CheckedSetSecretConnector, type SetSecretConnectorArgs } from "../connector";
import { checkConnector } from "../settings/parse/check-connector";

/**
 * The Set secret action: a custom connector, a connection to it, and the relay Logic App behind it.
 *
 * The relay writes with its own managed identity, which is granted only that permission, and only secrets whose names
 * are on the list.
 *
 * @throws {UsageError} that lists everything that is wrong with the names and the IP ranges
 */
export class SetSecretConnector extends CheckedSetSecretConnector {
  constructor(name: string, args: SetSecretConnectorArgs, opts?: pulumi.ComponentResourceOptions) {
    checkConnector(args, `SetSecretConnector ${name}`);
    super(name, args, opts);
  }
}
