/** What differs in each run, and what stands for it in a comparison. In order: a GUID has no random suffix. */
const replacements: readonly (readonly [RegExp, string])[] = [
  // The lines with which npm announces a script.
  [/^\n> .*\n> .*\n\n/, ""],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "GUID"],
  [/\b\d{20,}CU\d+\b/g, "RUN"],
  [/\b[0-9a-f]{32}\b/g, "VERSION"],
  [/(?<=[a-z])(?=[0-9a-f]*\d)[0-9a-f]{8}\b/g, "SUFFIX"],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME"],
  [/\b\d+(?:\.\d+)? (ms|s|min|MB)\b/g, "NUMBER $1"],
  [/(?<=:)\d{4,5}\b/g, "PORT"],
  [/\/\S*\/logicapp-keyvault-secrets-\w{6}\b/g, "FOLDER"],
  // Columns are as wide as their widest cell, and rules as their table.
  [/ +/g, " "],
  [/─+/g, "─"],
];

/** The lines of an output in the form in which two runs agree. Sorted: what runs side by side ends in any order. */
export function normalise(output: string): readonly string[] {
  const text = replacements.reduce((replaced, [pattern, by]) => replaced.replace(pattern, by), output);
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .sort();
}

/** An output as a page shows it: without the lines with which npm announces a script. */
export function withoutAnnouncement(output: string): string {
  return `${output.replace(/^\n> .*\n> .*\n\n/, "").trimEnd()}\n`;
}
