import { createColors } from "picocolors";

/** How a text is shown. */
export interface Appearance {
  /** In columns of a terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** What a text is laid out on. */
export interface Page {
  /** In columns of a terminal. */
  readonly width: number;
  readonly colours: ReturnType<typeof createColors>;
}

const narrowest = 60;

/** Makes a page as wide as asked for, and never narrower than 60 columns. */
export function createPage({ width, colour }: Appearance): Page {
  return { width: Math.max(narrowest, width), colours: createColors(colour) };
}
