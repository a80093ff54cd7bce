import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Examples of a rule: changes to the stack of {@link readExampleStack}, as YAML texts. */
export interface RuleExamples {
  /** What the rule finds in `bad`. */
  readonly findings: readonly ExampleFinding[];
  readonly bad: string;
  /** No rule finds anything in it. */
  readonly good: string;
}

/** A finding in an example; the resource by its logical name, `stack` for an output of the stack. */
export interface ExampleFinding {
  readonly resource: string;
  readonly path: string;
  readonly message: string;
}

/**
 * Reads the examples of a rule: a YAML file of the findings, the bad example and the good one.
 *
 * @param folder of the examples
 * @returns undefined where the rule has none
 */
export function readExamples(folder: string, subject: string, rule: string): RuleExamples | undefined {
  const file = join(folder, subject, `${rule}.yaml`);
  if (!existsSync(file)) return undefined;
  const [head = "", bad = "", good = ""] = readFileSync(file, "utf8").split(/^---\n/m);
  const { findings } = parse(head) as Pick<RuleExamples, "findings">;
  return { findings, bad: bad.trimEnd(), good: good.trimEnd() };
}

/** Reads the stack that the examples change, as YAML text. */
export function readExampleStack(folder: string): string {
  return readFileSync(join(folder, "stack.yaml"), "utf8").trimEnd();
}
