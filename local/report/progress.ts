import { createColors } from "picocolors";

/** Shows what is being done, a line each, as it goes. */
export interface ProgressOptions {
  readonly colour: boolean;
  /** `steps` leaves out the parts of a step, which are indented. @default everything */
  readonly shows?: "everything" | "steps" | "nothing";
}

/** Creates a function that writes a line of progress. */
export function createProgress(
  stream: NodeJS.WritableStream,
  { colour, shows = "everything" }: ProgressOptions,
): (line: string) => void {
  const { cyan, dim } = createColors(colour);
  return (line) => {
    if (shows === "nothing" || (shows === "steps" && line.startsWith(" "))) return;
    stream.write(`${cyan("›")} ${dim(line.replaceAll(/\p{Cc}+/gu, " "))}\n`);
  };
}
