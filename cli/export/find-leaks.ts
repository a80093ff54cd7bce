import type { ExportedFile } from "../../connector/export";
import { searchForSecrets } from "../../local/leak-search";
import { shortestNeedle } from "../../local/leak-search/needle-search";

/**
 * Finds the files with a secret in them, in any encoding that the search knows.
 *
 * @param plaintexts secrets that a state shows; those that are too short to be found by more than chance do not count
 * @returns one sentence for each file
 */
export function findLeaks(files: readonly ExportedFile[], plaintexts: readonly string[]): readonly string[] {
  const secrets = plaintexts.filter((secret) => secret.length >= shortestNeedle);
  const places = files.map(({ path, content }) => ({ name: path, content: Buffer.from(content).toString() }));
  return [...new Set(searchForSecrets({ secrets, places }).map(({ place }) => place))].map(
    (place) => `${place} would have a secret of the state in it. Export the stack without --show-secrets.`,
  );
}
