import type { Appearance } from "./page";

/** A stream that may be a terminal, such as `process.stdout`. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The variables of the environment that decide about colours. */
export interface ColourVariables {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/** How a text is shown on a stream: as wide as a terminal, and of any width elsewhere, so that nothing wraps in a file. */
export function appearanceOn(output: Output): Appearance {
  return {
    width: (output.isTTY === true ? output.columns : undefined) ?? Number.POSITIVE_INFINITY,
    colour: hasColours(output),
  };
}

/**
 * Tests that a text on a stream is coloured: on a terminal, or with `FORCE_COLOR`; never with `NO_COLOR`.
 *
 * Both count where they are not empty: https://no-color.org, https://force-color.org.
 *
 * @param environment - @default process.env
 */
export function hasColours(output: Output, environment: ColourVariables = process.env): boolean {
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = environment;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return output.isTTY === true && TERM !== "dumb";
}
