/** Finds the name of an object's member: an exact match, or else one that differs in case. */
export function memberName(object: Readonly<Record<string, unknown>>, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((candidate) => candidate.toLowerCase() === wanted);
}
