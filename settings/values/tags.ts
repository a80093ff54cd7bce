/**
 * Largest number of tags: one less than Azure's 50, because the relay has a tag of its own.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
const most = 49;
const longestName = 512;
const longestValue = 256;

/** The problem with a resource's tags; shows no values. */
export function tagsProblem(tags: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(tags);
  const problems = [
    ...(entries.length > most ? [`has ${entries.length} tags`] : []),
    ...(entries.some(([name]) => name.length > longestName) ? ["has a name that is too long"] : []),
    ...(entries.some(([name]) => name === "" || /[<>%&\\?/]/.test(name))
      ? ["has a name that is empty or contains one of < > % & \\ ? /"]
      : []),
    ...(entries.some(([name]) => /^(azure|microsoft|windows)/i.test(name))
      ? ["has a name that starts with azure, microsoft or windows, which Azure reserves"]
      : []),
    ...(entries.some(([, value]) => value.length > longestValue) ? ["has a value that is too long"] : []),
    ...(new Set(entries.map(([name]) => name.toLowerCase())).size < entries.length
      ? ["has names that differ only in case"]
      : []),
  ];
  return problems.length === 0
    ? undefined
    : `${problems.join(", ")}. Expected at most ${most} tags, with names of up to ${longestName} and values of up to ${longestValue} characters.`;
}
