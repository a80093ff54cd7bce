/** Expression of a value as text; empty if the value is null or absent. */
export function textOf(value: string): string {
  return `coalesce(${value}, '')`;
}
