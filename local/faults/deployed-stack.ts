import type { AuthorizationServer } from "../../emulator/authorization-server";
import { ControlledClock } from "../../emulator/clock";
import type { Run } from "../../emulator/logic-apps";
import { deployLocally } from "../stack/deploy-locally";
import type { DeployedConnector, DeployedRefresh, LocalStack } from "../stack/local-stack";
import { refreshNow } from "../stack/refresh-at-next-slot";
import { stackConfiguration } from "../stack/stack-configuration";

/** The program on the stand-in, on a clock that stands still between. */
export interface DeployedStack extends LocalStack {
  readonly clock: ControlledClock;
}

/** Deploys the program, at 08:17 of a working day, and says nothing. The caller closes `azure`. */
export async function deployedStack(settings: Readonly<Record<string, unknown>>): Promise<DeployedStack> {
  const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
  const stack = await deployLocally({
    configuration: stackConfiguration(settings, { location: "westeurope" }),
    stack: "behaviour",
    clock,
    progress: () => undefined,
  });
  return { ...stack, clock };
}

/** The connector of a stack that must have one. */
export function connectorOf({ connector }: LocalStack): DeployedConnector {
  if (connector === undefined) throw new Error("The stack has no connector.");
  return connector;
}

/** The refresh of a token that the stack must have. */
export function refreshOf({ refreshes }: LocalStack, secretName: string): DeployedRefresh {
  const refresh = refreshes.find(({ token }) => token.secretName === secretName);
  if (refresh === undefined) throw new Error(`The stack has no token ${secretName}.`);
  return refresh;
}

/** The server that a token comes from. */
export function serverOf({ authorizationServers }: LocalStack, { token }: DeployedRefresh): AuthorizationServer {
  const server = authorizationServers.get(token.tokenUrl);
  if (server === undefined) throw new Error(`Nothing serves ${token.tokenUrl}.`);
  return server;
}

/** Refreshes a token now. */
export function refreshed(stack: LocalStack, secretName: string): Promise<Run> {
  return refreshNow(stack, refreshOf(stack, secretName));
}

/** How a run ended: `Succeeded`, or `Failed` and its code. */
export function endOf({ status, error }: Run): string {
  return error === undefined ? status : `${status} ${error.code}`;
}
