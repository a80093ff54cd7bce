/** Names of the parameters in a Request trigger's relative path, such as `secrets/{secretName}`. */
export function relativePathParameters(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);
}

/** Values of a relative path's parameters, URL-decoded; undefined when the path does not match the template. */
export function matchRelativePath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const expected = segmentsOf(template);
  const actual = segmentsOf(path);
  if (expected.length !== actual.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = decode(actual[index] ?? "");
    const parameter = /^\{([^{}]+)\}$/.exec(segment)?.[1];
    if (value === undefined) return undefined;
    if (parameter === undefined && segment.toLowerCase() !== value.toLowerCase()) return undefined;
    if (parameter !== undefined) values[parameter] = value;
  }
  return values;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
