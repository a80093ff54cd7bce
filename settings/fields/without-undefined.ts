/** Optional properties that are absent rather than `undefined`. */
export type WithoutUndefined<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** Removes properties that are `undefined`: zod keeps those that its input has. */
export function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as WithoutUndefined<T>;
}
