import { mapWithPath, type Path } from "../../definition";
import { encrypted, unknown } from "../stack";
import { Undecided, UndecidedText } from "./undecided";
import { standInId, standInLocation } from "./place";

/** A value without undecided parts, and those that were in it. */
export interface Settled {
  /** As in a preview: `unknown` or `encrypted` in their place. */
  readonly value: unknown;
  readonly undecided: readonly { readonly path: Path; readonly value: Undecided }[];
}

/** Values of one resource that repeat something again and again, or nest without end, end here. */
const mostParts = 1_000_000;
const deepest = 600;

/** Puts what a preview would show in place of everything undecided. */
export function settle(value: unknown): Settled {
  const undecided: { path: Path; value: Undecided }[] = [];
  let parts = 0;
  const settled = mapWithPath(value, (part, path, descend) => {
    parts += 1;
    if (parts > mostParts || path.length > deepest) return unknown;
    if (!(part instanceof Undecided)) return descend(part);
    const text = part instanceof UndecidedText ? withStandIns(part) : undefined;
    if (text !== undefined) return text;
    undecided.push({ path: [...path], value: part });
    return part.isSecret ? encrypted : unknown;
  });
  return { value: settled, undecided };
}

/**
 * An id of which only the subscription, the resource group or the location is undecided, with texts in their place: no
 * rule judges these. Undefined where anything else is undecided.
 */
function withStandIns({ parts, isSecret }: UndecidedText): string | undefined {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if (/^\/subscriptions\/$/i.test(text)) text += standInId;
    else if (/^\/subscriptions\/[^/]+\/resourceGroups\/$/i.test(text)) text += "resource-group";
    else if (/^\/subscriptions\/.*\/locations\/$/i.test(text)) text += standInLocation;
    else return undefined;
  }
  return isSecret ? undefined : text;
}
