import { exercise, type Behaviour } from "../provenance";

/** An error of a single record. */
export interface RowError {
  /** The behaviour that it is an instance of, with its status code. */
  readonly record: Behaviour & { readonly code: string };
  /** May quote the record, as Salesforce's messages do. */
  readonly message: string;
  /** Names of the fields that it is about. */
  readonly fields: readonly string[];
}

/** The result of a record. */
export interface UpsertResult {
  /** Absent where the record failed; a record that was rolled back has one. */
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
  /** Absent where the record failed. */
  readonly created?: boolean;
}

/** The result of a record that failed. @param id where the record was only rolled back */
export function failedResult({ record, message, fields }: RowError, id?: string): UpsertResult {
  const { code: statusCode } = exercise(record);
  return { ...(id === undefined ? {} : { id }), success: false, errors: [{ statusCode, message, fields }] };
}
