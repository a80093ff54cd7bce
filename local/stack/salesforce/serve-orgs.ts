import type { Azure } from "../../../emulator";
import type { AuthorizationServer } from "../../../emulator/authorization-server";
import { createOrg, type Org, type SObject } from "../../../emulator/salesforce";
import type { ConsumerSettings, Settings } from "../../../settings";
import { assumeObjects } from "./assumed-objects";
import { sentInstanceUrl } from "./instance-url";
import { salesforceObjects } from "./salesforce-objects";

/** An org that consumers upsert into, and its objects as they were at first. */
export interface ServedOrg {
  readonly org: Org;
  readonly objects: readonly SObject[];
}

/** An instance of Salesforce, with the servers that issue its sessions. */
interface Instance {
  readonly consumers: ConsumerSettings[];
  readonly servers: Set<AuthorizationServer>;
}

/**
 * Serves an org at each host that the token of a consumer is for. The host is that of the token server's answers: the
 * settings are under test, and decide nothing of the org but what {@link assumeObjects} says.
 *
 * @param objects objects of each org. @default those of {@link salesforceObjects}
 * @returns the orgs by consumer, without those whose token server does not belong to an org, and notes
 */
export function serveOrgs(
  { network, clock, readings }: Azure,
  { tokens, consumers }: Settings,
  authorizationServers: ReadonlyMap<string, AuthorizationServer>,
  objects: readonly SObject[] = salesforceObjects,
): { readonly orgs: ReadonlyMap<string, ServedOrg>; readonly notes: readonly string[] } {
  const instances = new Map<string, Instance>();
  for (const consumer of consumers) {
    const { tokenUrl = "" } = tokens.find(({ secretName }) => secretName === consumer.token) ?? {};
    const server = authorizationServers.get(tokenUrl);
    const instanceUrl = sentInstanceUrl(tokenUrl);
    if (server === undefined || instanceUrl === undefined) continue;
    const { host } = new URL(instanceUrl);
    const instance = instances.get(host) ?? { consumers: [], servers: new Set() };
    instance.consumers.push(consumer);
    instance.servers.add(server);
    instances.set(host, instance);
  }
  const orgs = new Map<string, ServedOrg>();
  const notes: string[] = [];
  for (const [host, instance] of instances) {
    const assumed = assumeObjects(objects, instance.consumers);
    notes.push(...assumed.notes);
    const org = createOrg({
      ...{ network, clock, readings, host, objects: assumed.objects },
      authorizationServer: {
        isActive: async (accessToken) => {
          const active = await Promise.all([...instance.servers].map((server) => server.isActive(accessToken)));
          return active.includes(true);
        },
      },
    });
    for (const { name } of instance.consumers) orgs.set(name, { org, objects: assumed.objects });
  }
  return { orgs, notes };
}
