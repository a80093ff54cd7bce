import https from "node:https";
import type { Connection, OAuth2 } from "jsforce";
import { answerWith, createNetwork, json, type Network, type ReceivedRequest } from "../../../emulator/network";

/** The parts of jsforce that are used here. */
export interface Jsforce {
  readonly Connection: typeof Connection;
  readonly OAuth2: typeof OAuth2;
}

const proxyVariables = ["https_proxy", "http_proxy", "HTTPS_PROXY", "HTTP_PROXY"];

/** Imports jsforce without a proxy: it takes one from the environment when it is imported. */
async function importJsforce(): Promise<Jsforce> {
  const before = proxyVariables.map((name) => [name, process.env[name]] as const);
  for (const name of proxyVariables) Reflect.deleteProperty(process.env, name);
  try {
    return (await import("jsforce")).default;
  } finally {
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  }
}

/** Does something with jsforce while it reaches the hosts of a network, and no other: it takes Node's global agent. */
export async function withJsforce<T>(network: Network, work: (jsforce: Jsforce) => Promise<T>): Promise<T> {
  const jsforce = await importJsforce();
  const before = https.globalAgent;
  https.globalAgent = network.agent;
  try {
    return await work(jsforce);
  } finally {
    https.globalAgent = before;
  }
}

/** An upsert as jsforce is to send it. */
export interface JsforceUpsert {
  readonly instanceUrl: string;
  readonly accessToken: string;
  /** Such as `67.0`. */
  readonly version: string;
  readonly sObject: string;
  readonly externalIdField: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly allOrNone: boolean;
}

/** Headers of an upsert that Salesforce reads; the others are those of an HTTP client. */
export const readHeaders = ["authorization", "content-type"] as const;

/** Records the request that jsforce sends for an upsert, to compare others with. */
export async function requestOfJsforce(upsert: JsforceUpsert): Promise<ReceivedRequest> {
  const { instanceUrl, accessToken, version, sObject, externalIdField, records, allOrNone } = upsert;
  const network = await createNetwork();
  const received: ReceivedRequest[] = [];
  network.serve(
    new URL(instanceUrl).host,
    answerWith((request) => {
      received.push(request);
      return json(200, []);
    }),
  );
  try {
    await withJsforce(network, async (jsforce) => {
      const connection = new jsforce.Connection({ instanceUrl, accessToken, version });
      await connection.sobject(sObject).upsert([...records], externalIdField, { allOrNone });
    });
    const [request] = received;
    if (request === undefined || received.length > 1) throw new Error(`jsforce sent ${received.length} requests.`);
    return request;
  } finally {
    await network.close();
  }
}
