const suffixDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * Makes the ID of the nth record of an org: 15 characters, and 3 that tell the letter case of the first 15.
 * https://help.salesforce.com/s/articleView?id=000385585&type=1
 *
 * @param keyPrefix three characters, the object's own
 */
export function recordId(keyPrefix: string, count: number): string {
  const id = `${keyPrefix}xx${String(count).padStart(10, "0")}`;
  const suffix = [0, 5, 10].map((start) => {
    const bits = Array.from(id.slice(start, start + 5)).map((letter, index) => (/[A-Z]/.test(letter) ? 2 ** index : 0));
    return suffixDigits[bits.reduce((sum, bit) => sum + bit, 0)] ?? "";
  });
  return `${id}${suffix.join("")}`;
}
