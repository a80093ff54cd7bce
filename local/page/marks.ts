import { markup, type Markup } from "./markup";

/** How something went: well, not well, not well with no harm done, not at all; or it is under way. */
export type Tone = "good" | "bad" | "tolerated" | "skipped" | "running";

const signs: Readonly<Record<Tone, string>> = { good: "✔", bad: "✘", tolerated: "!", skipped: "–", running: "…" };

/** Renders a text with a sign before it, so that it does not take its colour to understand it. */
export function renderMark(tone: Tone, text: string): Markup {
  return markup`<span class="mark ${tone}"><span aria-hidden="true">${signs[tone]}</span>&nbsp;${text}</span>`;
}

/** The tone of a run, or of an action of a run: a failure that its run got over is tolerated. */
export function toneOf(
  { status }: { readonly status: string },
  run: { readonly status: string } = { status: "" },
): Tone {
  if (status === "Succeeded") return "good";
  if (status === "Skipped") return "skipped";
  if (status === "Running") return "running";
  return run.status === "Succeeded" ? "tolerated" : "bad";
}
