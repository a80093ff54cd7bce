/** Colours of pictures, by the name of their custom property without `--wf-`. */
export type Palette = Readonly<
  Record<
    "canvas" | "surface" | "text" | "muted" | "line" | "succeeded" | "failed" | "timed-out" | "cancelled" | "running",
    string
  >
>;

/** Colours on a light page. Each text has a contrast of 4.5 at least with what is behind it, each line one of 3. */
export const lightPalette: Palette = {
  canvas: "#ffffff",
  surface: "#f5f5f5",
  text: "#1b1a19",
  muted: "#595959",
  line: "#767676",
  succeeded: "#0b6a0b",
  failed: "#a80000",
  "timed-out": "#8a4600",
  cancelled: "#5c2e91",
  running: "#005a9e",
};

/** Colours on a dark page. */
export const darkPalette: Palette = {
  canvas: "#1b1a19",
  surface: "#292827",
  text: "#f3f2f1",
  muted: "#b8b6b4",
  line: "#979593",
  succeeded: "#6ccb5f",
  failed: "#ff99a4",
  "timed-out": "#fcb066",
  cancelled: "#cbb2f0",
  running: "#6cb8f6",
};

function declare(palette: Palette): string {
  return `.wf{${Object.entries(palette)
    .map(([name, colour]) => `--wf-${name}:${colour}`)
    .join(";")}}`;
}

const systemColours =
  ".wf{--wf-canvas:Canvas;--wf-surface:Canvas;--wf-text:CanvasText;--wf-muted:CanvasText;--wf-line:CanvasText;" +
  "--wf-succeeded:CanvasText;--wf-failed:CanvasText;--wf-timed-out:CanvasText;--wf-cancelled:CanvasText;--wf-running:CanvasText}";

/**
 * CSS of every picture on a page: light and dark as the reader prefers, light on paper, system colours in high contrast. A
 * page may set the custom properties itself, on `.wf`.
 */
export const workflowStyles = [
  declare(lightPalette),
  `@media screen and (prefers-color-scheme:dark){${declare(darkPalette)}}`,
  `@media (forced-colors:active){${systemColours}}`,
  ".wf{font-family:system-ui,sans-serif;--wf-mark:var(--wf-line)}",
  ".wf text{font-size:12px;fill:var(--wf-text)}",
  ".wf .wf-name{font-size:13px;font-weight:600}",
  ".wf text.wf-operation,.wf text.wf-hidden{fill:var(--wf-muted)}",
  ".wf text.wf-outcome{font-weight:600;fill:var(--wf-mark)}",
  ".wf .wf-label{font-size:11px;text-anchor:middle;paint-order:stroke;stroke:var(--wf-canvas);stroke-width:4px}",
  ".wf-box{fill:var(--wf-canvas);stroke:var(--wf-mark);stroke-width:1.5px}",
  ".wf-branch{fill:var(--wf-surface);stroke:var(--wf-line)}",
  ".wf-sign{fill:none;stroke:var(--wf-muted);stroke-width:1.5px}",
  ".wf-sign.wf-outcome{stroke:var(--wf-mark)}",
  ".wf-line{fill:none;stroke:var(--wf-line);stroke-width:1.25px}",
  ".wf-head{fill:var(--wf-line)}",
  ".wf-line.wf-taken{stroke:var(--wf-text);stroke-width:2px}",
  ".wf-head.wf-taken{fill:var(--wf-text)}",
  ".wf-line.wf-left{stroke-dasharray:2 4}",
  ".wf-Succeeded{--wf-mark:var(--wf-succeeded)}",
  ".wf-Failed{--wf-mark:var(--wf-failed)}",
  ".wf-TimedOut{--wf-mark:var(--wf-timed-out)}",
  // A failure that its run got over.
  ".wf-run-Succeeded .wf-Failed,.wf-run-Succeeded .wf-TimedOut{--wf-mark:var(--wf-timed-out)}",
  ".wf-Cancelled{--wf-mark:var(--wf-cancelled)}",
  ".wf-Running{--wf-mark:var(--wf-running)}",
  ".wf-Skipped,.wf-NotReached{--wf-mark:var(--wf-muted)}",
  ".wf-Skipped .wf-box,.wf-NotReached .wf-box{stroke-dasharray:6 4}",
  ".wf-Succeeded .wf-box,.wf-Failed .wf-box,.wf-TimedOut .wf-box,.wf-Cancelled .wf-box,.wf-Running .wf-box{stroke-width:2px}",
].join("\n");
