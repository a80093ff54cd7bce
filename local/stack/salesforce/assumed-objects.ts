import type { Field, SObject } from "../../../emulator/salesforce";
import type { ConsumerSettings } from "../../../settings";

/** Objects with all that consumers map to, and a note for each part that no one has declared. */
export interface AssumedObjects {
  readonly objects: readonly SObject[];
  readonly notes: readonly string[];
}

/**
 * Adds to an org's objects what only the org's own administrator can know: custom fields, and objects that are not among
 * them. A standard field that a known object does not have is not added: Salesforce has none of that name either.
 */
export function assumeObjects(known: readonly SObject[], consumers: readonly ConsumerSettings[]): AssumedObjects {
  const objects = new Map(known.map((object) => [object.name, object]));
  const notes: string[] = [];
  for (const { name, sObject, externalIdField, fields } of consumers) {
    const object = objects.get(sObject);
    const missing = Object.keys(fields).filter(
      (field) => object?.fields.every((each) => each.name !== field) ?? field !== "Id",
    );
    const assumed = missing.filter((field) => object === undefined || field.endsWith("__c"));
    if (assumed.length === 0) continue;
    const added = assumed.map((field): Field => ({
      name: field,
      type: "string",
      externalId: field === externalIdField,
    }));
    objects.set(sObject, { name: sObject, fields: [...(object?.fields ?? []), ...added] });
    const what = object === undefined ? "the object, with the fields" : "the custom fields";
    notes.push(
      `consumers: ${name}: the emulated org does not know ${sObject} in full. It is assumed to have ${what} ` +
        `${assumed.join(", ")}, as texts of 255 characters; whether your org has them is not checked here.`,
    );
  }
  return { objects: [...objects.values()], notes };
}
