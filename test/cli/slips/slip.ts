/** A wrong input, and the whole message that its user sees; DIR stands for the folder of the test. */
export type Slip = readonly [what: string, input: string | Buffer, message: string];

/** A text as Windows PowerShell writes it with `>`. */
export const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");

/** A text in UTF-8 with a byte-order mark. */
export const withMark = (text: string): string => `\uFEFF${text}`;
