/** Expression of the Unix time, in whole seconds, after the given number of seconds (itself an expression). */
export function unixTimeIn(seconds: string): string {
  return `div(sub(ticks(addSeconds(utcNow(), ${seconds})), ticks('1970-01-01T00:00:00Z')), 10000000)`;
}
