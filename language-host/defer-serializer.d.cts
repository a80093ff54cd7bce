/**
 * Defers the modules by which Pulumi's SDK serializes functions: for programs without dynamic providers, in whose process
 * nothing has required the SDK yet.
 *
 * @param file absolute path of a module that requires the SDK
 */
export function deferSerializer(file: string): void;
