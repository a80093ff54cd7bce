import { createColors } from "picocolors";

/** How a text is shown. */
export interface Appearance {
  /** Width in columns; infinite where the text does not go to a terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** Width and colours of a rendered text. */
export interface Page {
  /** Width in columns; infinite where the text does not go to a terminal. */
  readonly width: number;
  readonly colours: ReturnType<typeof createColors>;
}

const narrowest = 60;

/** Makes a page as wide as asked for, and never narrower than 60 columns. */
export function createPage({ width, colour }: Appearance): Page {
  return { width: Math.max(narrowest, width), colours: createColors(colour) };
}
