import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { StackResource } from "../model";

type SourcePosition = NonNullable<StackResource["sourcePosition"]>;

/** Reads the engine's own form, `project:///access/vault.ts#12,5`. */
export function readSourcePosition(text: unknown): SourcePosition | undefined {
  if (typeof text !== "string") return undefined;
  const [, file, line] = /^project:\/*(.+)#(\d+)(?:,\d+)?$/.exec(text) ?? [];
  return file === undefined ? undefined : within(decodeURIComponent(file), Number(line));
}

/** @param root folder of the program */
export function sourcePositionIn(
  root: string,
  { url, line }: { url: string; line: number },
): SourcePosition | undefined {
  return url.startsWith("file:") ? within(relative(root, fileURLToPath(url)).split(sep).join("/"), line) : undefined;
}

/** A file that was given on the command line, as a reader in the working directory knows it. */
export function shownFile(file: string): string {
  return relative(process.cwd(), file).split(sep).join("/");
}

/** Ignores positions outside of the program's folder and in packages, which the program's author cannot change. */
function within(file: string, line: number): SourcePosition | undefined {
  return /^\.\.|^\/|(^|\/)node_modules\//.test(file) || line < 1 ? undefined : { file, line };
}
