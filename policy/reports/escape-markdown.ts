/** Longer names and messages are nobody's to read in a comment. */
const longest = 1000;

/** Text of a stack as plain text in Markdown: it formats nothing, links nowhere and calls nobody. */
export function escapeText(text: string): string {
  const parts = shorten(text).split(/(@[\w(]?[\w/-]*|#\d+|\bGH-\d+|(?:\w+:\/\/|\bwww\.)[^\s"'<>]+)/u);
  // GitHub reads mentions, issues and addresses after Markdown's own escapes, but not within code.
  return parts
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : part.replaceAll(/[\\`*_{}[\]<>#|~!&$]/g, "\\$&")))
    .join("");
}

/** Text of a stack as code in Markdown, on one line. */
export function codeSpan(text: string): string {
  const line = shorten(text);
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const space = /^`|`$|^\s+\S.*\s$/.test(line) ? " " : "";
  return line.trim() === "" ? "" : fence + space + line + space + fence;
}

/** A control character could end the line; so could those that turn the direction of writing hide what stands there. */
function shorten(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
