import type { AuthorizationServer } from "../authorization-server";
import type { Clock } from "../clock";
import { answerWith, withSimulatedLatency, type Network } from "../network";
import { defaultReadings, type Readings } from "../provenance";
import { answerRequest } from "./endpoint";
import { RecordStore } from "./record-store";
import type { ScriptedStatusCode } from "./row-behaviours";
import { ScriptedFaults, type ScriptedErrorCode } from "./scripted-faults";
import type { Field, FieldValue, SObject, SObjectRecord } from "./sobject";

/** A request to the data API, without its token and its records. */
export interface OrgRequest {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** An org of Salesforce: its objects, their records, and the data API at `https://{host}/services/data`. */
export interface Org {
  /** `https://` and the host. */
  readonly instanceUrl: string;
  /** Lists the records of an object, oldest first. @throws {Error} for an unknown object */
  records(sObject: string): readonly SObjectRecord[];
  /** Finds the record with an external ID. @throws {Error} for an unknown object or field */
  record(sObject: string, externalIdField: string, value: FieldValue): SObjectRecord | undefined;
  /** Deletes a field, as an administrator would. @throws {Error} for an unknown object */
  removeField(sObject: string, field: string): void;
  /** Adds a field, as an administrator would. @throws {Error} for an unknown object */
  addField(sObject: string, field: Field): void;
  /** Lists the requests to the data API, oldest first. */
  requests(): readonly OrgRequest[];
  /** Lets the next requests fail with an error, whatever they are. @param count @default 1 */
  failRequests(code: ScriptedErrorCode, count?: number): void;
  /** Lets the next records with an external ID fail with an error. @param count @default 1 */
  rejectRecord(externalId: string, code: ScriptedStatusCode, count?: number): void;
  /**
   * Lets the answers to the next requests take a simulated time: Salesforce goes on, whether the client waits or not.
   * @param count @default 1
   */
  delayAnswers(milliseconds: number, count?: number): void;
  /** Forgets the errors that `failRequests` and `rejectRecord` have left, and the delays. */
  recover(): void;
}

/** Options of an org. */
export interface OrgOptions {
  readonly network: Pick<Network, "serve">;
  /** Tells the 24 hours of the request limit. */
  readonly clock: Pick<Clock, "now">;
  /** Host of its API, such as `contoso.my.salesforce.com`. */
  readonly host: string;
  /** Issues the sessions of the org. */
  readonly authorizationServer: Pick<AuthorizationServer, "isActive">;
  readonly objects: readonly SObject[];
  /** Limit of requests in 24 hours. @default 100,000 */
  readonly dailyRequests?: number;
  /** @default the best supported alternatives */
  readonly readings?: Readings;
}

const dayMilliseconds = 86_400_000;

/** Serves the data API of a new org, without records, beside what is served at its host otherwise. */
export function createOrg({ network, clock, host, authorizationServer, objects, ...options }: OrgOptions): Org {
  const { dailyRequests = 100_000, readings = defaultReadings } = options;
  const stores = new Map(objects.map((object, index) => [object.name, new RecordStore(object, index)]));
  const scripted = new ScriptedFaults();
  const requests: OrgRequest[] = [];
  const storeOf = (sObject: string): RecordStore => {
    const store = stores.get(sObject);
    if (store !== undefined) return store;
    throw new Error(`The org '${host}' has no object '${sObject}'; it has ${[...stores.keys()].join(", ")}.`);
  };
  const state = {
    objects: stores,
    scripted,
    readings,
    dailyRequests,
    isActive: (accessToken: string) => authorizationServer.isActive(accessToken),
    usage: () => {
      const since = clock.now().getTime() - dayMilliseconds;
      return requests.filter(({ at }) => at.getTime() > since).length + 1;
    },
  };
  network.serve(
    host,
    answerWith(async (request) => {
      const answer = await answerRequest(request, state);
      const { pathname: path } = new URL(request.url);
      requests.push({ at: clock.now(), method: request.method, path, status: answer.status });
      return withSimulatedLatency(scripted.nextDelay(), answer);
    }),
    "/services/data/*",
  );
  return {
    instanceUrl: `https://${host}`,
    records: (sObject) => storeOf(sObject).all(),
    record: (sObject, externalIdField, value) => {
      const store = storeOf(sObject);
      const field = store.field(externalIdField);
      if (field === undefined) throw new Error(`The object '${sObject}' has no field '${externalIdField}'.`);
      return store.find(field, value);
    },
    removeField: (sObject, field) => {
      storeOf(sObject).removeField(field);
    },
    addField: (sObject, field) => {
      storeOf(sObject).addField(field);
    },
    requests: () => [...requests],
    failRequests: (code, count = 1) => {
      scripted.addForRequests(code, count);
    },
    rejectRecord: (externalId, code, count = 1) => {
      scripted.addForRecord(externalId, code, count);
    },
    delayAnswers: (milliseconds, count = 1) => {
      scripted.addDelay(milliseconds, count);
    },
    recover: () => {
      scripted.clear();
    },
  };
}
