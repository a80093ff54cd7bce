/** A field of an object. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "double" | "boolean" | "date" | "datetime" | "picklist";
  /** Characters of a text. @default 255 */
  readonly length?: number;
  /** @default false */
  readonly required?: boolean;
  /** Records can be upserted by this field. @default false */
  readonly externalId?: boolean;
  /** Unique, and treats "ABC" and "abc" as duplicates. @default false */
  readonly ignoresCase?: boolean;
  /** Values of a restricted picklist. @default any */
  readonly values?: readonly string[];
}

/** An object of an org, such as `Account` or `Order__c`. */
export interface SObject {
  readonly name: string;
  /** Without `Id`. */
  readonly fields: readonly Field[];
}

/** A value of a field. */
export type FieldValue = string | number | boolean | null;

/** A record: the values of its fields, and its `Id` of 18 characters. Fields without a value are absent. */
export type SObjectRecord = Readonly<Record<string, FieldValue>> & { readonly Id: string };
