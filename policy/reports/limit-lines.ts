/** Lines of a report that belong together, each ending in a line break. */
export interface LineGroup {
  /** Text before the first line. Groups that follow each other with the same one share it. */
  readonly heading: string;
  /** In Markdown. */
  readonly name: string;
  /** True if its lines come before those of other groups where there is not room for all. */
  readonly isUrgent: boolean;
  readonly lines: readonly string[];
}

/** A group of which at most so many lines are shown. */
interface CappedGroup extends LineGroup {
  readonly cap: number;
}

/** Space for the line that counts what is left out of a group. */
const roomToCount = 200;

/**
 * Caps each group at as many lines as there is room for: first the urgent groups as long as each other one keeps a line,
 * then the others. Each group keeps at least one.
 */
export function capGroups(groups: readonly LineGroup[], room: number): readonly CappedGroup[] {
  const fits = (urgent: number, other: number): boolean =>
    groups.reduce(
      (sum, group, index) => sum + height(group, group.isUrgent ? urgent : other, groups[index - 1]?.heading),
      0,
    ) <= room;
  const longest = Math.max(0, ...groups.map(({ lines }) => lines.length));
  const urgent = largest(longest, (cap) => fits(cap, 1));
  const other = largest(longest, (cap) => fits(urgent, cap));
  return groups.map((group) => ({ ...group, cap: group.isUrgent ? urgent : other }));
}

/** Lines of a group with its heading, unless it shares the one before, and with the line that counts the rest. */
function height({ heading, lines }: LineGroup, cap: number, headingBefore: string | undefined): number {
  const own = heading === headingBefore ? 0 : heading.split("\n").length - 1;
  return own + (lines.length > cap ? cap + 1 : lines.length);
}

function largest(most: number, isPossible: (cap: number) => boolean): number {
  let cap = most;
  while (cap > 1 && !isPossible(cap)) cap -= 1;
  return cap;
}

/** Renders groups in at most that many characters, and counts what has no room. */
export function renderGroups(groups: readonly CappedGroup[], room: number): string {
  let left = room - groups.reduce((sum, { heading, name }) => sum + heading.length + name.length + roomToCount, 0);
  let text = "";
  let heading = "";
  for (const group of groups) {
    const shown: string[] = [];
    for (const line of group.lines.slice(0, group.cap)) {
      if (line.length > left) break;
      shown.push(line);
      left -= line.length;
    }
    const rest = group.lines.length - shown.length;
    text += (group.heading === heading ? "" : group.heading) + shown.join("");
    if (rest > 0) text += `- ${group.name}: and ${rest} more, see the formats \`text\`, \`sarif\` and \`junit\`.\n`;
    heading = group.heading;
  }
  return text;
}
