import type { tokenFields } from "../fields/token-fields";

/** A problem with a key of a token; `undefined` for none. */
export type KeyProblem = { readonly key: keyof typeof tokenFields; readonly message: string } | undefined;
