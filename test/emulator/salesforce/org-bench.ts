import { createAuthorizationServer, type AuthorizationServer } from "../../../emulator/authorization-server";
import { ControlledClock } from "../../../emulator/clock";
import { createNetwork, type HttpAnswer, type Network } from "../../../emulator/network";
import { createOrg, type Org, type OrgOptions, type SObject } from "../../../emulator/salesforce";

/** Host of the org, with its token endpoint. */
export const host = "contoso.my.salesforce.com";
export const tokenUrl = `https://${host}/services/oauth2/token`;
export const client = { clientId: "the-client", clientSecret: "the-secret-of-the-client" };

/** Object of the org, with a field of each type. */
export const order: SObject = {
  name: "Order__c",
  fields: [
    { name: "ERP_Id__c", type: "string", length: 20, externalId: true },
    { name: "Email__c", type: "string", externalId: true, ignoresCase: true },
    { name: "Name", type: "string", length: 10, required: true },
    { name: "Amount__c", type: "double" },
    { name: "Paid__c", type: "boolean" },
    { name: "Due__c", type: "date" },
    { name: "Changed__c", type: "datetime" },
    { name: "Status__c", type: "picklist", values: ["Open", "Closed"] },
  ],
};

/** Path of upserts by `ERP_Id__c`. */
export const upsertPath = "/services/data/v67.0/composite/sobjects/Order__c/ERP_Id__c";

/** Differences from an upsert that the org takes. */
export interface UpsertChanges {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly allOrNone?: unknown;
  /** In place of the JSON of the records. */
  readonly body?: string;
}

/** An answer, with its JSON. */
export type OrgAnswer = HttpAnswer & { readonly json: unknown };

/** An org on a network of its own, with the authorization server of its host. */
export interface OrgBench {
  readonly network: Network;
  readonly clock: ControlledClock;
  readonly org: Org;
  readonly authorizationServer: AuthorizationServer;
  /** Asks for an access token. */
  token(this: void): Promise<string>;
  /** Upserts records with a token that the bench got at its start. */
  upsert(this: void, records: unknown, changes?: UpsertChanges): Promise<OrgAnswer>;
}

/** Opens an org. The caller closes its network. */
export async function openOrg(
  options: Partial<Pick<OrgOptions, "readings" | "dailyRequests">> = {},
): Promise<OrgBench> {
  const network = await createNetwork();
  const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
  const clients = [{ ...client, grantType: "client_credentials" }];
  const authorizationServer = await createAuthorizationServer({ network, clock, tokenUrl, clients, ...options });
  const org = createOrg({ network, clock, host, authorizationServer, objects: [order], ...options });
  const token = async (): Promise<string> => {
    const answer = await network.send({
      method: "POST",
      url: tokenUrl,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }).toString(),
    });
    return String((JSON.parse(answer.body) as { readonly access_token: unknown }).access_token);
  };
  const first = await token();
  return {
    network,
    clock,
    org,
    authorizationServer,
    token,
    upsert: async (records, changes = {}) => {
      const { method = "PATCH", path = upsertPath, allOrNone = false } = changes;
      const answer = await network.send({
        method,
        url: `https://${changes.host ?? host}${path}`,
        headers: {
          authorization: `Bearer ${first}`,
          ...(method === "GET" ? {} : { "content-type": "application/json" }),
          ...changes.headers,
        },
        ...(method === "GET" ? {} : { body: changes.body ?? JSON.stringify({ allOrNone, records }) }),
      });
      return { ...answer, json: answer.body === "" ? undefined : (JSON.parse(answer.body) as unknown) };
    },
  };
}

/** Makes a record of a request. */
export function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { attributes: { type: order.name }, ...fields };
}
