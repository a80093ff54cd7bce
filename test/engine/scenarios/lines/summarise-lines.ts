interface Summary {
  readonly op: string;
  readonly type: string;
  readonly reason: string;
}

const line = /^(\w+) \w+:(\w+) [^:]+(?:: [^(]*)?(?:\(replaced for (.+)\))?$/;

/**
 * Shortens the lines of one preview to types and counts:
 * `replace: RoleAssignment ×2 (principalId); update: Vault, Workflow ×2`.
 */
export function summariseLines(lines: readonly string[]): string {
  const summaries = lines.map(parse);
  return unique(summaries.map(({ op }) => op))
    .map((op) => `${op}: ${types(summaries.filter((summary) => summary.op === op))}`)
    .join("; ");
}

function parse(text: string): Summary {
  const [, op, type, reason = ""] = line.exec(text) ?? [];
  if (op === undefined || type === undefined) throw new Error(`'${text}' is not a line of a preview.`);
  return { op, type, reason };
}

function types(summaries: readonly Summary[]): string {
  const named = summaries.map(({ type, reason }) => ({ type, suffix: reason === "" ? "" : ` (${reason})` }));
  return unique(named.map(({ type, suffix }) => `${type}\n${suffix}`))
    .map((key) => {
      const [type = "", suffix = ""] = key.split("\n");
      const count = named.filter((entry) => entry.type === type && entry.suffix === suffix).length;
      return `${type}${count > 1 ? ` ×${String(count)}` : ""}${suffix}`;
    })
    .join(", ");
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
