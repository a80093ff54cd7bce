import { asString, isObject, type JsonObject } from "../../definition/json";
import { follow, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { SalesforceError } from "./errors";
import { readValue } from "./field-value";
import type { RecordStore } from "./record-store";
import type { FieldValue } from "./sobject";

const mostRecords = 200;

/** A record of a request. */
export interface GivenRecord {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** A field that the object does not have. @default it has all */
  readonly unknownField?: string;
}

/** The body of an upsert. */
export interface Upsert {
  readonly allOrNone: boolean;
  readonly records: readonly GivenRecord[];
}

/**
 * Reads the body of an upsert.
 * @throws {SalesforceError} for what fails the whole request
 */
export function readUpsert(body: string, store: RecordStore, readings: Readings): Upsert {
  const { allOrNone = false, records } = parse(body);
  if (typeof allOrNone !== "boolean" || !Array.isArray(records) || !records.every(isObject)) {
    const message = "The request needs a list 'records' of objects, and a true or false 'allOrNone' if any.";
    throw new SalesforceError(behaviours.notWellFormed, message);
  }
  if (records.length > mostRecords) {
    const message = `record limit reached. cannot submit more than ${mostRecords} records into this call`;
    throw new SalesforceError(behaviours.tooManyRecords, message);
  }
  return { allOrNone, records: records.map((record) => readRecord(record, store, readings)) };
}

function parse(body: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? parsed : {};
  } catch {
    throw new SalesforceError(behaviours.malformedJson, "Unexpected character or end of input in the request's JSON");
  }
}

function readRecord({ attributes, ...given }: JsonObject, store: RecordStore, readings: Readings): GivenRecord {
  const type = isObject(attributes) ? asString(attributes["type"]) : "";
  if (type !== store.name) {
    const message = `Each record needs the attributes.type '${store.name}' of the URI; one has '${type}'.`;
    throw new SalesforceError(behaviours.typeNotOfUri, message);
  }
  const names = Object.keys(given);
  if (names.some((name) => name.toLowerCase() === "id")) {
    throw new SalesforceError(
      behaviours.recordIdGiven,
      "Records are upserted by an external ID, and cannot have an Id.",
    );
  }
  const unknownField = names.find((name) => store.field(name) === undefined);
  if (unknownField !== undefined && follow(readings, "unknownField") === "request") {
    throw new SalesforceError(behaviours.unknownField, noSuchColumn(unknownField, store.name));
  }
  const values = names.flatMap((name) => {
    const field = store.field(name);
    return field === undefined ? [] : [[name, readValue(field, given[name])] as const];
  });
  return { values: Object.fromEntries(values), ...(unknownField === undefined ? {} : { unknownField }) };
}

/** Message about a field that an object does not have. */
export function noSuchColumn(field: string, sObject: string): string {
  return `No such column '${field}' on sobject of type ${sObject}`;
}
