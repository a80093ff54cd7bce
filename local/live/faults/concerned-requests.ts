import { findSecretOperation, findServiceBusOperation, serviceBusHost, vaultAddress } from "../../../azure";
import { relayTrigger } from "../../../connector/relay/relay-definition";
import type { InterceptedRequest } from "../../../emulator/network";
import type { FaultyAnswer } from "../../faults/fault";
import type { LocalStack } from "../../stack/local-stack";

type To = FaultyAnswer["to"];

/** Decides whether a request is one that a fault concerns. */
type Concerns = (request: InterceptedRequest) => boolean;

/** Servers by the requests that a fault can concern. Only one fault of a server can be in effect. */
export const faultyServers = {
  "token request": "token server",
  "vault read": "vault",
  "vault write": "vault",
  "any vault request": "vault",
  "relay call": "relay",
  message: "Service Bus",
  upsert: "Salesforce",
} as const satisfies Readonly<Record<To, string>>;

/** A server that can have a fault. */
export type FaultyServer = (typeof faultyServers)[To];

/** Finds the requests of a stack that a fault concerns. @returns undefined where the stack sends none */
export function concernedRequests(stack: LocalStack, to: To): Concerns | undefined {
  const { azure, vaultName, refreshes, consumers, connector } = stack;
  const vault = vaultAddress(azure.cloud, vaultName);
  const isOnVault: Concerns = ({ url }) => url.origin === vault;
  const isOperation =
    (name: string): Concerns =>
    (request) =>
      isOnVault(request) && findSecretOperation(request.method, request.url.pathname)?.operation.name === name;
  switch (to) {
    case "token request": {
      const addresses = new Set(refreshes.map(({ token }) => withoutQuery(new URL(token.tokenUrl))));
      return ({ method, url }) => method === "POST" && addresses.has(withoutQuery(url));
    }
    case "vault read":
      return isOperation("GetSecret");
    case "vault write":
      return isOperation("SetSecret");
    case "any vault request":
      return isOnVault;
    case "relay call": {
      if (connector === undefined) return undefined;
      const relay = new URL(azure.logicApps.callbackUrl(connector.relay.id, relayTrigger).basePath);
      return ({ url }) => url.host === relay.host && url.pathname.startsWith(`${relay.pathname}/`);
    }
    case "message":
      if (consumers.length === 0) return undefined;
      return ({ method, url }) =>
        serviceBusHost.test(url.hostname) &&
        findServiceBusOperation(method, url.pathname)?.operation.name === "PeekLockMessage";
    case "upsert": {
      const origins = new Set(consumers.flatMap(({ org }) => (org === undefined ? [] : [org.org.instanceUrl])));
      return origins.size === 0
        ? undefined
        : ({ url }) => origins.has(url.origin) && url.pathname.startsWith("/services/data/");
    }
  }
}

function withoutQuery({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
