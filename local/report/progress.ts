import { createColors } from "picocolors";

/** Shows what is being done, a line each, as it goes. */
export function createProgress(
  stream: NodeJS.WritableStream,
  options: { readonly colour: boolean },
): (line: string) => void {
  const { cyan, dim } = createColors(options.colour);
  return (line) => {
    stream.write(`${cyan("›")} ${dim(line.replaceAll(/\p{Cc}+/gu, " "))}\n`);
  };
}
