import { follow, type Readings } from "../provenance";

/** Finds a name among those declared: written exactly so or, by the reading `nameComparison`, in another letter case. */
export function findName(declared: Iterable<string>, name: string, readings: Readings): string | undefined {
  const names = [...declared];
  if (names.includes(name)) return name;
  const wanted = name.toLowerCase();
  const found = names.find((candidate) => candidate.toLowerCase() === wanted);
  return found !== undefined && follow(readings, "nameComparison") === "ignoreCase" ? found : undefined;
}
