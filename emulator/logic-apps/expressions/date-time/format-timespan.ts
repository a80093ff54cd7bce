import { ticksPer } from "./timestamp";

/** A time span as .NET's "c" format has it: `[-][d.]hh:mm:ss[.fffffff]`. */
export function formatTimeSpan(span: bigint): string {
  const ticks = span < 0n ? -span : span;
  const days = ticks / ticksPer.day;
  const fraction = ticks % ticksPer.second;
  const clock = [
    (ticks % ticksPer.day) / ticksPer.hour,
    (ticks % ticksPer.hour) / ticksPer.minute,
    (ticks % ticksPer.minute) / ticksPer.second,
  ].map((part) => part.toString().padStart(2, "0"));
  return [
    span < 0n ? "-" : "",
    days > 0n ? `${days.toString()}.` : "",
    clock.join(":"),
    fraction > 0n ? `.${fraction.toString().padStart(7, "0")}` : "",
  ].join("");
}
