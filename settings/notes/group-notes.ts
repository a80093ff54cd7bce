/** A note on the token at an index of `tokens`. */
export interface TokenNote {
  readonly index: number;
  readonly note: string;
}

/**
 * Notes as lines, each with the paths of the tokens that it is about.
 *
 * @param shown number of paths that are shown; of the others, their number. @default all
 */
export function groupNotes(notes: readonly TokenNote[], shown = Number.POSITIVE_INFINITY): readonly string[] {
  const paths = new Map<string, string[]>();
  for (const { index, note } of notes) {
    const known = paths.get(note);
    if (known === undefined) paths.set(note, [`tokens[${index}]`]);
    else known.push(`tokens[${index}]`);
  }
  return [...paths].map(([note, of]) => {
    const more = of.length - shown;
    return `${[...of.slice(0, shown), ...(more > 0 ? [`${more} more`] : [])].join(", ")}: ${note}`;
  });
}
