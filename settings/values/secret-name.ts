/** Key Vault: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers */
const secretNamePattern = /^[0-9a-zA-Z-]{1,127}$/;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The problem with a text that should name a vault secret; never shows the text, which may be the secret itself. */
export function secretNameProblem(text: string): string | undefined {
  if (!secretNamePattern.test(text)) {
    return (
      "is not a valid Key Vault secret name (value not shown, as it may be a secret). Expected 1 to 127 letters, " +
      "digits and hyphens. If this is the secret itself, store it in the vault and set its name here."
    );
  }
  if (looksLikeSecretValue(text)) {
    return (
      "looks like a secret in plain text (value not shown). Expected the name of a vault secret. Store the secret in " +
      "the vault, set its name here, and rotate the secret if this file was shared."
    );
  }
  return undefined;
}

/**
 * Guesses that a valid name is really a key: a GUID, 16 or more digits, or a part between hyphens of 16 or more
 * characters that alternates between letters and digits at least four times, as random text does and words do not.
 */
export function looksLikeSecretValue(text: string): boolean {
  return guid.test(text) || text.split("-").some(looksRandom);
}

function looksRandom(part: string): boolean {
  if (part.length < 16) return false;
  const runs = part.match(/\d+|\D+/g) ?? [];
  return runs.length > 4 || /^\d+$/.test(part);
}
