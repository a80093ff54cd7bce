import { follow, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { valueError } from "./field-value";
import { noSuchColumn, type GivenRecord, type Upsert } from "./read-upsert";
import { matchKey, type RecordStore } from "./record-store";
import { rowBehaviours } from "./row-behaviours";
import { failedResult, type RowError, type UpsertResult } from "./row-error";
import type { Field, FieldValue } from "./sobject";

/** What an upsert changes, and by which rules. */
export interface UpsertOptions {
  readonly store: RecordStore;
  /** External ID that the URI names. */
  readonly externalId: Field;
  readonly readings: Readings;
  /** Gives the error that is chosen for a record. */
  readonly scripted: (externalId: FieldValue) => RowError | undefined;
}

const rolledBack: RowError = {
  record: rowBehaviours.rolledBack,
  message: "Record rolled back because not all records were valid and the request was using AllOrNone header",
  fields: [],
};

/** Creates or updates records by an external ID, each by itself or all or none. */
export function upsertRecords({ records, allOrNone }: Upsert, options: UpsertOptions): readonly UpsertResult[] {
  const { store, externalId } = options;
  const repeated = repeatedRecords(records, options);
  const rows = records.map((record) => {
    const value = record.values[externalId.name] ?? null;
    const existing = value === null ? undefined : store.find(externalId, value);
    const error =
      options.scripted(value) ??
      rowError(record, { ...options, isNew: existing === undefined, isRepeated: repeated.has(record) });
    return { record, error, existing };
  });
  const isRolledBack = allOrNone && rows.some(({ error }) => error !== undefined);
  return rows.map(({ record, error, existing }) => {
    if (error !== undefined) return failedResult(error);
    const id = existing?.Id ?? store.nextId();
    if (isRolledBack) return failedResult(rolledBack, id);
    store.write(id, record.values);
    return { id, success: true, errors: [], created: existing === undefined };
  });
}

function rowError(
  { values, unknownField }: GivenRecord,
  { store, externalId, isNew, isRepeated }: UpsertOptions & { readonly isNew: boolean; readonly isRepeated: boolean },
): RowError | undefined {
  const value = values[externalId.name] ?? null;
  if (value === null) {
    return { record: rowBehaviours.externalIdMissing, message: `${externalId.name} not specified`, fields: [] };
  }
  if (isRepeated) {
    const message = `Duplicate external id specified: ${String(value)}`;
    return { record: rowBehaviours.repeatedExternalId, message, fields: [externalId.name] };
  }
  if (unknownField !== undefined) {
    return { record: behaviours.unknownField, message: noSuchColumn(unknownField, store.name), fields: [] };
  }
  const missing = store
    .fields()
    .filter(({ name, required = false }) => required && (isNew ? (values[name] ?? null) : values[name]) === null)
    .map(({ name }) => name);
  if (missing.length > 0) {
    const message = `Required fields are missing: [${missing.join(", ")}]`;
    return { record: rowBehaviours.requiredFieldMissing, message, fields: missing };
  }
  for (const field of store.fields()) {
    const error = valueError(field, values[field.name] ?? null);
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Finds the records that are rejected because another one of the request has the same external ID. */
function repeatedRecords(
  records: readonly GivenRecord[],
  { externalId, readings }: UpsertOptions,
): ReadonlySet<GivenRecord> {
  const keys = records.map(({ values }) => matchKey(externalId, values[externalId.name] ?? null));
  const rows = records.map((record, index) => {
    const key = keys[index] ?? "";
    return { record, key, isLater: keys.indexOf(key) < index, isEarlier: keys.lastIndexOf(key) > index };
  });
  const repeated = rows.filter(({ key, isLater, isEarlier }) => key !== "" && (isLater || isEarlier));
  if (repeated.length === 0) return new Set();
  const everyRow = follow(readings, "repeatedExternalId") === "everyRow";
  return new Set(repeated.filter(({ isLater }) => everyRow || isLater).map(({ record }) => record));
}
