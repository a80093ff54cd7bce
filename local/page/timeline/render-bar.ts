import { markup, type Markup } from "../markup";
import { toneOf } from "../marks";
import type { Timeline, TimelineRow } from "./timeline-rows";

/** Units of a bar's width: as many as the whole run takes. */
const width = 1000;

/** So that what took no time can be seen. */
const least = 5;

/** Draws when something ran on the scale of its timeline; of repeated requests each, with the wait between them. */
export function renderBar(row: TimelineRow, { totalMilliseconds }: Timeline): Markup {
  const scaled = (milliseconds: number): number => Math.round((milliseconds / totalMilliseconds) * width);
  const draw = (offset: number, duration: number, kind: string): Markup => {
    const length = Math.max(least, scaled(duration));
    const start = Math.min(width - length, scaled(offset));
    return markup`<rect class="${kind}" x="${start}" width="${length}" ${kind === "wait" ? thin : full} />`;
  };
  const { offsetMilliseconds: offset, durationMilliseconds: duration } = row;
  return markup`<svg class="bar" viewBox="0 0 ${width} 12" preserveAspectRatio="none" aria-hidden="true"> ${drawParts()} </svg>`;

  function drawParts(): readonly Markup[] {
    if (row.kind === "run") return [draw(offset, duration, "called")];
    const { action, run } = row;
    const tone = toneOf(action, run);
    const retries = action.retryHistory ?? [];
    if (retries.length === 0) return [draw(offset, duration, tone)];
    const runOffset = offset - action.offsetMilliseconds;
    return [
      draw(offset, duration, "wait"),
      ...retries.map((retry) => draw(runOffset + retry.offsetMilliseconds, retry.durationMilliseconds, "retried")),
      draw(offset + duration - (duration * least) / width, 0, tone),
    ];
  }
}

const full = markup`y="1" height="10"`;
const thin = markup`y="5" height="2"`;
