/** Describes the problem with a version of Node; undefined where it is not older than `engines` in package.json says. */
export function nodeProblem(version: string): string | undefined;
