import { spawnSync } from "node:child_process";

/** A command of a page, as it is written there. */
export interface PageCommand {
  readonly kind: "command";
  /** Line of the page, from 1. */
  readonly line: number;
  readonly text: string;
  /** Whether it is marked `# ☁`: it needs Azure, or something else that a fresh clone does not have. */
  readonly marked: boolean;
  /** What a comment `# exits with 1` states. @default 0 */
  readonly exitCode: number;
}

/** A block that shows what a command of the page prints, after `<!-- output of COMMAND -->`. */
export interface PageOutput {
  readonly kind: "output";
  readonly line: number;
  /** The command, without its comment. */
  readonly of: string;
  /** Without the fences and their indentation. */
  readonly text: string;
}

/** A block of lines that a served run prints for another shell, after `<!-- printed by COMMAND, to run -->`. */
export interface PrintedCommands {
  readonly kind: "printed";
  readonly line: number;
  readonly by: string;
  /** Each with `…` for what differs in every run. */
  readonly lines: readonly string[];
}

export type PageStep = PageCommand | PageOutput | PrintedCommands;

/** Fenced blocks: the marker before them, their indentation, language and text. */
export const fencedBlock =
  /(?:<!-- (output of|printed by) (.+?)(?:, to run)? -->\n\s*)?^( *)```(\w*)\n([^]*?)^\3```$/gm;

/** What there is to run and to compare on a page, in its order. */
export function stepsOf(page: string): readonly PageStep[] {
  return [...page.matchAll(fencedBlock)].flatMap((match): readonly PageStep[] => {
    const [whole, marker, of = "", indentation = "", language, block = ""] = match;
    const text = block.replace(new RegExp(`^${indentation}`, "gm"), "");
    const line = lineAt(page, match.index + whole.length - block.length - indentation.length - 3);
    if (marker === "output of") return [{ kind: "output", line, of, text }];
    if (marker === "printed by") return [{ kind: "printed", line, by: of, lines: text.trimEnd().split("\n") }];
    return language === "sh" ? commandsOf(text, line) : [];
  });
}

/** A command without its comment and the blanks around it. */
export function withoutComment(command: string): string {
  return command.replace(/\s+# .*$/, "").trim();
}

function lineAt(page: string, index: number): number {
  return page.slice(0, index).split("\n").length;
}

function commandsOf(block: string, firstLine: number): readonly PageCommand[] {
  const commands: PageCommand[] = [];
  let text = "";
  for (const [index, line] of block.trimEnd().split("\n").entries()) {
    if (text === "" && /^\s*(?:#|$)/.test(line)) continue;
    text += text === "" ? line : `\n${line}`;
    if (!isComplete(text)) continue;
    const exitCode = Number(/# .*exits with (\d+)/.exec(text)?.[1] ?? 0);
    const started = firstLine + index - text.split("\n").length + 1;
    commands.push({ kind: "command", line: started, text, marked: text.includes("# ☁"), exitCode });
    text = "";
  }
  if (text !== "") throw new Error(`The block at line ${firstLine} ends within a command: ${text}`);
  return commands;
}

/** Whether bash reads the text as whole commands: a here-document without its end is a warning, an open bracket an error. */
function isComplete(text: string): boolean {
  if (text.endsWith("\\")) return false;
  const { status, stderr } = spawnSync("bash", ["-n"], { input: `${text}\n`, encoding: "utf8" });
  return status === 0 && stderr === "";
}
