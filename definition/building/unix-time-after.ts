/** Expression of the Unix time, in whole seconds, a number of seconds after a time; both are expressions. */
export function unixTimeAfter(time: string, seconds: string): string {
  return `div(sub(ticks(addSeconds(${time}, ${seconds})), ticks('1970-01-01T00:00:00Z')), 10000000)`;
}
