/**
 * Expression of the whole number that a value begins with, as an Integer; 0 for anything else.
 *
 * `int()` fails on text that is no whole number of 64 bits, which 15 digits always are, and by report on a fraction; `if`
 * evaluates both branches.
 */
export function wholeNumberIn(value: string): string {
  const text = `take(split(trim(string(coalesce(${value}, ''))), '.')[0], 15)`;
  return `int(if(isInt(${text}), ${text}, '0'))`;
}
