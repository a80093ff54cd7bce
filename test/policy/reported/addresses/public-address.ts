import type { Address } from "../reported-case";

/** A file of a public repository at a commit. */
export function file(repository: string, commit: string, path: string): Address {
  return `https://github.com/${repository}/blob/${commit}/${path}`;
}

/** An issue or a pull request. */
export const thread = (path: string): Address => `https://github.com/${path}`;
