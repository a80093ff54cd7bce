/** Limits: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations */
/** One less than Azure's 50: the relay has one of its own. */
const most = 49;
const longestName = 512;
const longestValue = 256;

/** What is wrong with a resource's tags; values are not shown. */
export function tagsProblem(tags: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(tags);
  const faults = [
    ...(entries.length > most ? [`has ${entries.length} tags`] : []),
    ...(entries.some(([name]) => name.length > longestName) ? ["has too long a name"] : []),
    ...(entries.some(([name]) => name === "" || /[<>%&\\?/]/.test(name))
      ? ["has a name with one of < > % & \\ ? / in it, or none"]
      : []),
    ...(entries.some(([name]) => /^(azure|microsoft|windows)/i.test(name))
      ? ["has a name that starts with azure, microsoft or windows, which Azure keeps to itself"]
      : []),
    ...(entries.some(([, value]) => value.length > longestValue) ? ["has too long a value"] : []),
    ...(new Set(entries.map(([name]) => name.toLowerCase())).size < entries.length
      ? ["has names that differ only in case"]
      : []),
  ];
  return faults.length === 0
    ? undefined
    : `${faults.join(", ")}; allowed are ${most} tags, names of ${longestName} and values of ${longestValue} characters.`;
}
