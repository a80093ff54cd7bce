import { loginHostsOf, type Cloud } from "../azure";

/** A file that every service folder has, unless {@link Service.lacks} says why not. */
export type ServiceFile = "index.ts" | "service.ts" | "endpoint.ts" | "errors.ts";

/** One service that the emulator offers. */
export interface Service {
  readonly name: string;
  /** Folder beside this file. */
  readonly folder: string;
  /** Host names that it serves in a cloud; `*` and `{…}` stand for any label. */
  readonly hosts: (cloud: Cloud) => readonly string[];
  readonly emulates: string;
  /** Requests and inputs that it answers with an error, although Azure may accept them. */
  readonly refuses: string;
  /** Reasons for missing files of the fixed set. @default it has them all */
  readonly lacks?: Readonly<Partial<Record<ServiceFile, string>>>;
}

/** Every service of the emulator. The endpoints take their hosts from here; the README's table has the public cloud's. */
export const services = {
  resourceManager: {
    name: "Azure Resource Manager",
    folder: "resource-manager",
    hosts: ({ resourceManager }) => [new URL(resourceManager).host],
    emulates: "PUT, GET and DELETE of the types in `resources/`, their lists and actions, cloud metadata",
    refuses: "other resource types, API versions and query parameters; properties whose effect is not emulated",
    lacks: { "errors.ts": "`resources/errors.ts` has it, because resource types throw it too" },
  },
  entra: {
    name: "Microsoft Entra ID",
    folder: "entra",
    hosts: loginHostsOf,
    emulates: "one tenant: tokens of identities, discovery, `client_credentials` with a secret",
    refuses: "other grants, other tenants, client assertions",
  },
  keyVault: {
    name: "Azure Key Vault",
    folder: "key-vault",
    hosts: ({ vaultSuffix }) => [`{vault}.${vaultSuffix}`],
    emulates: "every operation on secrets, soft delete, purge protection, access policies and Azure RBAC",
    refuses: "keys, certificates, other API versions and query parameters",
  },
  logicApps: {
    name: "Azure Logic Apps (Consumption)",
    folder: "logic-apps",
    hosts: ({ workflowSuffix }) => [`*.${workflowSuffix}`],
    emulates: "runs with Request and Recurrence triggers, expressions, retries, custom connectors, run history",
    refuses:
      "workflows with an action type, function, property or option that it does not have, when they are deployed",
  },
  serviceBus: {
    name: "Azure Service Bus",
    folder: "service-bus",
    hosts: ({ serviceBusSuffix }) => [`{namespace}.${serviceBusSuffix}`],
    emulates:
      "topics, subscriptions and their dead letters over HTTP: send, peek-lock, complete, unlock, renew, receive and delete",
    refuses: "queues, sessions, batches, SQL filters and actions, forwarding, shared access signatures; AMQP",
  },
  monitor: {
    name: "Azure Monitor",
    folder: "monitor",
    hosts: () => [],
    emulates: "metric alerts on runs and messages, log alerts on runs, and their recipients",
    refuses: "other metrics, criteria and queries, when the rule is deployed",
    lacks: { "endpoint.ts": "rules are deployed through Azure Resource Manager, and alerts are computed on demand" },
  },
  authorizationServer: {
    name: "OAuth 2.0 authorization server",
    folder: "authorization-server",
    hosts: () => ["{host of the token URL}"],
    emulates:
      "token endpoints, introspection and revocation as the provider of the host answers them: client credentials, refresh tokens",
    refuses: "other grants, clients and ways of authentication than the provider takes, as the provider does",
    lacks: { "errors.ts": "`providers/` has the refusals of each provider, by the errors of RFC 6749" },
  },
  salesforce: {
    name: "Salesforce",
    folder: "salesforce",
    hosts: () => ["{host of the org}"],
    emulates: "upserts of sObject Collections by an external ID, with errors of rows and requests, sessions and limits",
    refuses: "other resources of the data API, XML, and objects and fields that the org was not given",
  },
} as const satisfies Readonly<Record<string, Service>>;
