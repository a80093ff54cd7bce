import type { AuthorizationServer } from "../../../emulator/authorization-server";
import { firedAlerts } from "../../../emulator/monitor";
import type { Readings } from "../../../emulator/provenance";
import type { Run } from "../../../emulator/logic-apps";
import type { Org, SObject } from "../../../emulator/salesforce";
import {
  deployControlledStack,
  describeEnd,
  requireAuthorizationServer,
  requireConsumer,
  requireRefresh,
  runRefresh,
  type ControlledStack,
} from "../../../local/stack/controlled-stack";
import { leastConsumer, leastToken, serviceBusTopicId } from "../../settings/settings-under-test";
import { consumerTrigger } from "../../../workflows";

const account: SObject = {
  name: "Account",
  fields: [
    { name: "ERP_Id__c", type: "string", length: 20, externalId: true },
    { name: "Name", type: "string", length: 20, required: true },
    { name: "Phone", type: "string", length: 20 },
    { name: "Employees__c", type: "double" },
  ],
};

const fields = { ERP_Id__c: "erp_id", Name: "name", Phone: "phone", Employees__c: "employees" };

/** A stack with one consumer, its topic, and the org that its token is for. */
export interface ConsumerStack {
  readonly stack: ControlledStack;
  readonly org: Org;
  readonly authorizationServer: AuthorizationServer;
  readonly subscriptionId: string;
  readonly consumerId: string;
  /** Sends a message as the ETL does: JSON, unless `contentType` says otherwise. */
  send(this: void, body: unknown, contentType?: string): void;
  /** Runs the consumer at its next slot, or another one of the stack. */
  consume(this: void, name?: string): Promise<Run>;
  /** Runs of the token's refresh, how each ended: `Running`, `Succeeded`, or `Failed` and its code. */
  refreshes(this: void): readonly string[];
  /** Messages of the subscription, by state and number of deliveries, such as `active 1`. */
  states(this: void): readonly string[];
  /** Versions of the token's secret. */
  versions(this: void): number;
  /** Ends every session of the org, as an administrator would. */
  endSessions(this: void): Promise<void>;
  /** Rules of the consumer that have fired so many minutes from now, by the last part of their names, earliest first. */
  alerts(this: void, inMinutes?: number): readonly string[];
  /** Deletes the role assignment of the consumer at a scope that ends so. */
  revokeGrant(this: void, scopeEnd: string): void;
  /** Waits, without a run. */
  wait(this: void, minutes: number): Promise<void>;
}

/** Options of a stack with a consumer. */
interface ConsumerStackOptions {
  readonly readings?: Partial<Readings>;
  /** More consumers of the token, each by what it has of its own. */
  readonly others?: readonly Readonly<Record<string, unknown>>[];
  /** @default false: a third of the resources */
  readonly alerts?: boolean;
}

/** Deploys a stack with one consumer and without a connector, and refreshes its token. The caller closes `stack.azure`. */
export async function deployConsumerStack(
  consumer: Readonly<Record<string, unknown>> = {},
  { readings = {}, others = [], alerts = false }: ConsumerStackOptions = {},
): Promise<ConsumerStack> {
  const consumers = [consumer, ...others].map((own) => ({ ...leastConsumer, fields, ...own }));
  const tokens = [{ ...leastToken, writePath: "http" }];
  const stack = await deployControlledStack({ tokens, consumers, alerts }, readings, {
    salesforceObjects: [account],
  });
  const { azure, clock } = stack;
  const refresh = requireRefresh(stack, leastToken.secretName);
  const authorizationServer = requireAuthorizationServer(stack, refresh);
  const { id: consumerId, principalId, subscriptionId, org } = requireConsumer(stack, leastConsumer.name);
  await runRefresh(stack, leastToken.secretName);
  return {
    stack,
    org: org.org,
    authorizationServer,
    subscriptionId,
    consumerId,
    send: (body, contentType = "application/json") => {
      azure.serviceBus.send(serviceBusTopicId, {
        body: typeof body === "string" ? body : JSON.stringify(body),
        contentType,
      });
    },
    consume: async (name = "accounts") => {
      await clock.wait(60_000);
      return azure.logicApps.runTrigger(requireConsumer(stack, name).id, consumerTrigger);
    },
    refreshes: () => azure.logicApps.runs(refresh.id).map(describeEnd),
    states: () =>
      azure.serviceBus.messages(subscriptionId).map(({ state, deliveryCount }) => `${state} ${deliveryCount}`),
    versions: () => azure.keyVault.versions(stack.vaultName, leastToken.secretName).length,
    endSessions: async () => {
      for (const secret of authorizationServer.secrets()) {
        if (await authorizationServer.isActive(secret)) await authorizationServer.revoke(secret);
      }
    },
    alerts: (inMinutes = 0) => {
      const until = new Date(clock.now().getTime() + inMinutes * 60_000);
      return firedAlerts(azure, { until }).flatMap(({ ruleName }) => {
        const [, suffix] = /^consume-accounts-([a-z-]+?)[0-9a-f]{8}$/.exec(ruleName) ?? [];
        return suffix === undefined ? [] : [suffix];
      });
    },
    revokeGrant: (scopeEnd) => {
      const end = `${scopeEnd}/providers/Microsoft.Authorization/roleAssignments/`.toLowerCase();
      const grants = azure.arm
        .resources()
        .filter(({ id, body }) => id.toLowerCase().includes(end) && JSON.stringify(body).includes(principalId));
      if (grants.length !== 1) throw new Error(`${grants.length} grants at ${scopeEnd}`);
      azure.arm.deleteResource(grants[0]?.id ?? "");
    },
    wait: (minutes) => clock.wait(minutes * 60_000),
  };
}
