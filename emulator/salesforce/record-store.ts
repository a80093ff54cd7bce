import { exercise } from "../provenance";
import { behaviours } from "./behaviours";
import { recordId } from "./record-id";
import type { Field, FieldValue, SObject, SObjectRecord } from "./sobject";

/** Key prefixes of standard objects: https://help.salesforce.com/s/articleView?id=000385203&type=1 */
const keyPrefixes: Readonly<Record<string, string>> = {
  Account: "001",
  Contact: "003",
  Opportunity: "006",
  Lead: "00Q",
};

/** An object of an org with its records. */
export class RecordStore {
  readonly #keyPrefix: string;
  readonly #fields: Map<string, Field>;
  readonly #records = new Map<string, SObjectRecord>();
  #count = 0;

  /** @param index place among the org's objects, which decides the key prefix of a custom object */
  constructor(
    private readonly object: SObject,
    index: number,
  ) {
    this.#keyPrefix = keyPrefixes[object.name] ?? `a0${index}`;
    this.#fields = new Map(object.fields.map((field) => [field.name, field]));
  }

  get name(): string {
    return this.object.name;
  }

  fields(): readonly Field[] {
    return [...this.#fields.values()];
  }

  field(name: string): Field | undefined {
    return this.#fields.get(name);
  }

  /** Deletes a field from the object, and so its values from all records. */
  removeField(name: string): void {
    this.#fields.delete(name);
    for (const [id, { [name]: _, ...rest }] of this.#records) this.#records.set(id, rest as SObjectRecord);
  }

  /** Adds a field to the object, of which no record has a value. */
  addField(field: Field): void {
    this.#fields.set(field.name, field);
  }

  /** Oldest first. */
  all(): readonly SObjectRecord[] {
    return [...this.#records.values()];
  }

  /** Finds the record with a value in a field. */
  find(field: Field, value: FieldValue): SObjectRecord | undefined {
    const key = matchKey(field, value);
    return this.all().find((record) => matchKey(field, record[field.name] ?? null) === key);
  }

  /** Announces the ID of a new record, which counts as given whether the record is stored or not. */
  nextId(): string {
    this.#count += 1;
    return recordId(this.#keyPrefix, this.#count);
  }

  /** Stores values of a record: a null erases, and a field that is not given stays as it is. */
  write(id: string, values: Readonly<Record<string, FieldValue>>): void {
    exercise(behaviours.nullErases);
    const merged: Readonly<Record<string, FieldValue>> = { ...this.#records.get(id), ...values, Id: id };
    const given = Object.entries(merged).filter(([, value]) => value !== null);
    this.#records.set(id, Object.fromEntries(given) as SObjectRecord);
  }
}

/** What two values of a field are the same by. */
export function matchKey(field: Field, value: FieldValue): string {
  exercise(behaviours.matchedByCase);
  const text = String(value ?? "");
  return field.ignoresCase === true ? text.toLowerCase() : text;
}
