import { markup, type Markup } from "./markup";

/** How something went: well, not well, not well with no harm done, or not at all. */
export type Tone = "good" | "bad" | "tolerated" | "skipped";

const signs: Readonly<Record<Tone, string>> = { good: "✔", bad: "✘", tolerated: "!", skipped: "–" };

/** Renders a text with a sign before it, so that it does not take its colour to understand it. */
export function renderMark(tone: Tone, text: string): Markup {
  return markup`<span class="mark ${tone}"><span aria-hidden="true">${signs[tone]}</span> ${text}</span>`;
}

/** The tone of a run, or of an action of a run: a failure that its run got over is tolerated. */
export function toneOf(
  { status }: { readonly status: string },
  run: { readonly status: string } = { status: "" },
): Tone {
  if (status === "Succeeded") return "good";
  if (status === "Skipped") return "skipped";
  return run.status === "Succeeded" ? "tolerated" : "bad";
}
