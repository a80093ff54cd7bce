import { answerFrom, type ReceivedRequest, type ServiceAnswer } from "../network";
import { exercise, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { SalesforceError } from "./errors";
import { readUpsert } from "./read-upsert";
import type { RecordStore } from "./record-store";
import type { ScriptedFaults } from "./scripted-faults";
import { upsertRecords } from "./upsert-records";

/** State of an org, from which its endpoint answers. */
export interface OrgState {
  readonly objects: ReadonlyMap<string, RecordStore>;
  readonly scripted: ScriptedFaults;
  readonly readings: Readings;
  /** Decides whether a token is a session of this org that still lives. */
  readonly isActive: (accessToken: string) => Promise<boolean>;
  /** Requests of the last 24 hours, with the one that is answered. */
  readonly usage: () => number;
  /** Limit of them. */
  readonly dailyRequests: number;
}

const oldestVersion = 46;
const newestVersion = 68;
const resource = /^\/services\/data\/v(\d+)\.0\/composite\/sobjects\/([^/]+)\/([^/]+)$/;

/** Answers a request to the data API of an org. */
export async function answerRequest(request: ReceivedRequest, state: OrgState): Promise<ServiceAnswer> {
  exercise(behaviours.limitInfo);
  const headers = {
    "content-type": "application/json;charset=UTF-8",
    "sforce-limit-info": `api-usage=${state.usage()}/${state.dailyRequests}`,
  };
  try {
    const scripted = state.scripted.nextOfRequest();
    if (scripted !== undefined) return scripted.answer(headers);
    await checkSession(request, state);
    const { store, externalIdField } = route(request, state.objects);
    checkContentType(request.headers["content-type"] ?? "");
    const externalId = store.field(externalIdField);
    if (externalId?.externalId !== true) {
      throw new SalesforceError(behaviours.externalIdFieldNotFound, "The requested resource does not exist");
    }
    const { readings } = state;
    const upsert = readUpsert(request.body, store, readings);
    const results = upsertRecords(upsert, {
      store,
      externalId,
      readings,
      scripted: (value) => state.scripted.nextOfRecord(value),
    });
    return answerFrom(behaviours.upserted, results, headers);
  } catch (error) {
    if (error instanceof SalesforceError) return error.answer(headers);
    throw error;
  }
}

async function checkSession({ headers }: ReceivedRequest, state: OrgState): Promise<void> {
  const [, token = ""] = /^(?:Bearer|OAuth) (\S+)$/i.exec(headers["authorization"] ?? "") ?? [];
  if (!(await state.isActive(token))) {
    throw new SalesforceError(behaviours.sessionInvalid, "Session expired or invalid");
  }
  if (state.usage() > state.dailyRequests) {
    throw new SalesforceError(behaviours.requestLimitExceeded, "TotalRequests Limit exceeded.");
  }
}

function route(
  { method, url }: ReceivedRequest,
  objects: OrgState["objects"],
): { readonly store: RecordStore; readonly externalIdField: string } {
  const { pathname } = new URL(url);
  const [, version, sObject, externalIdField] = resource.exec(pathname) ?? [];
  if (version === undefined || sObject === undefined || externalIdField === undefined) {
    const message = `The emulator has only upserts of sObject Collections, and nothing at ${pathname}.`;
    throw new SalesforceError(behaviours.otherResources, message);
  }
  const store = objects.get(sObject);
  const notFound = "The requested resource does not exist";
  if (Number(version) < oldestVersion) throw new SalesforceError(behaviours.versionWithoutUpsert, notFound);
  if (Number(version) > newestVersion || store === undefined) {
    throw new SalesforceError(behaviours.resourceNotFound, notFound);
  }
  if (method !== "PATCH") {
    const message = `HTTP Method '${method}' not allowed. Allowed are PATCH`;
    throw new SalesforceError(behaviours.methodNotAllowed, message);
  }
  return { store, externalIdField };
}

function checkContentType(contentType: string): void {
  const [mediaType = ""] = contentType.toLowerCase().split(";");
  if (mediaType.trim() === "application/json") return;
  if (/^(application|text)\/xml$/.test(mediaType.trim())) {
    throw new SalesforceError(behaviours.xmlNotServed, "The emulator takes JSON only, and no XML.");
  }
  const message = `MediaType of '${mediaType}' is not supported by this resource`;
  throw new SalesforceError(behaviours.mediaTypeNotSupported, message);
}
