/**
 * Copies a JSON value, each part replaced by what `replace` gives for it. However deep the value is, the stack is not.
 *
 * @param replace gives the part itself to keep it; what it gives is copied in turn
 */
export function mapJson(value: unknown, replace: (part: unknown) => unknown): unknown {
  const root: { value?: unknown } = {};
  const pending: { readonly part: unknown; readonly into: object; readonly key: string | number }[] = [
    { part: value, into: root, key: "value" },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const part = replace(next.part);
    if (typeof part !== "object" || part === null) {
      put(next.into, next.key, part);
      continue;
    }
    const copy: object = Array.isArray(part) ? [] : {};
    put(next.into, next.key, copy);
    for (const [key, item] of Object.entries(part)) {
      // Keeps the order of the keys, whatever order the parts are copied in.
      put(copy, key, undefined);
      pending.push({ part: item, into: copy, key });
    }
  }
  return root.value;
}

/** Defines a property of any name, `__proto__` among them. */
function put(into: object, key: string | number, value: unknown): void {
  Object.defineProperty(into, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Checks whether any part of a JSON value, however deep, meets a condition. */
export function someInJson(value: unknown, meets: (part: unknown) => boolean): boolean {
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const part = pending.pop();
    if (meets(part)) return true;
    if (typeof part === "object" && part !== null) for (const item of Object.values(part)) pending.push(item);
  }
  return false;
}
