import type { CloudName } from "../../azure";
import type { AuthorizationServer } from "../../emulator/authorization-server";
import { ControlledClock } from "../../emulator/clock";
import type { Readings } from "../../emulator/provenance";
import type { SObject } from "../../emulator/salesforce";
import type { Run } from "../../emulator/logic-apps";
import { deployLocally } from "./deploy-locally";
import type { DeployedConnector, DeployedConsumer, DeployedRefresh, LocalStack } from "./local-stack";
import type { ServedOrg } from "./salesforce/serve-orgs";
import { refreshNow } from "./refresh-at-next-slot";
import { azureNativeIn, stackConfiguration } from "./stack-configuration";

/** The program on the emulator, on a clock that only tests advance. */
export interface ControlledStack extends LocalStack {
  readonly clock: ControlledClock;
}

/** Deploys the program at 08:17 of a working day, without progress output. The caller closes `azure`. */
export async function deployControlledStack(
  settings: Readonly<Record<string, unknown>> & { readonly cloud?: CloudName },
  readings: Partial<Readings> = {},
  world: { readonly salesforceObjects?: readonly SObject[] } = {},
): Promise<ControlledStack> {
  const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
  const stack = await deployLocally({
    configuration: stackConfiguration(settings, azureNativeIn(settings.cloud ?? "public")),
    stack: "behaviour",
    clock,
    readings,
    ...world,
    progress: () => undefined,
  });
  return { ...stack, clock };
}

/** The connector of a stack that must have one. */
export function requireConnector({ connector }: LocalStack): DeployedConnector {
  if (connector === undefined) throw new Error("The stack has no connector.");
  return connector;
}

/** The refresh of a token that the stack must have. */
export function requireRefresh({ refreshes }: LocalStack, secretName: string): DeployedRefresh {
  const refresh = refreshes.find(({ token }) => token.secretName === secretName);
  if (refresh === undefined) throw new Error(`The stack has no token ${secretName}.`);
  return refresh;
}

/** A consumer that the stack must have, with the org that it upserts into. */
export function requireConsumer(
  { consumers }: LocalStack,
  name: string,
): DeployedConsumer & { readonly org: ServedOrg } {
  const consumer = consumers.find((each) => each.consumer.name === name);
  if (consumer?.org === undefined) throw new Error(`The stack has no consumer ${name} with an org.`);
  return { ...consumer, org: consumer.org };
}

/** The server that a token comes from. */
export function requireAuthorizationServer(
  { authorizationServers }: LocalStack,
  { token }: DeployedRefresh,
): AuthorizationServer {
  const server = authorizationServers.get(token.tokenUrl);
  if (server === undefined) throw new Error(`Nothing serves ${token.tokenUrl}.`);
  return server;
}

/** Refreshes a token now. */
export function runRefresh(stack: LocalStack, secretName: string): Promise<Run> {
  return refreshNow(stack, requireRefresh(stack, secretName));
}

/** How a run ended: `Succeeded`, or `Failed` and its code. */
export function describeEnd({ status, error }: Run): string {
  return error === undefined ? status : `${status} ${error.code}`;
}
