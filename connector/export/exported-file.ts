/** A file to write for another designer. */
export interface ExportedFile {
  /** Path below the output folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file of indented JSON that ends in a line break. */
export function jsonFile(path: string, value: unknown): ExportedFile {
  return { path, content: `${JSON.stringify(value, undefined, 2)}\n` };
}
