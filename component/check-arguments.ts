import * as pulumi from "@pulumi/pulumi";
import { inputKeys, inputProblem, type ParsedArguments, type RawArguments } from "../settings/parse/parse-arguments";
import { listProblems } from "../settings/problems/settings-error";
import { UsageError } from "../language-host";

/** Arguments that may be outputs. */
interface Inputs {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location?: pulumi.Input<string>;
  readonly vaultId: pulumi.Input<string>;
}

/** Checked arguments: plain values with every default filled in, and those that may be outputs. */
export type CheckedArguments<T> = T & Inputs;

/**
 * Checks the arguments of a component before it creates anything. Outputs are checked once they are known, which fails
 * the update too.
 *
 * @param component as in an error: `SetSecretConnector set-secret`
 * @throws {UsageError} that lists every problem; the engine prints it without a stack trace
 */
export function checkArguments<T extends object>(
  component: string,
  args: Inputs,
  parse: (raw: RawArguments) => ParsedArguments<T>,
): CheckedArguments<T> {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined);
  const parsed = parse({
    plain: Object.fromEntries(entries.filter(([, value]) => !hasOutput(value))),
    outputs: new Set(entries.filter(([, value]) => hasOutput(value)).map(([key]) => key)),
  });
  if (!("values" in parsed)) {
    // Not an InputPropertiesError: the engine would print the value of each argument, which may be a misplaced secret.
    throw new UsageError(listProblems(`the arguments of ${component}`, parsed.problems));
  }
  const inputs = inputKeys.flatMap((key) => {
    const value = args[key];
    return value === undefined ? [] : [[key, checked(component, key, value)]];
  });
  return { ...parsed.values, ...(Object.fromEntries(inputs) as unknown as Inputs) };
}

function checked(
  component: string,
  key: (typeof inputKeys)[number],
  value: pulumi.Input<string>,
): pulumi.Input<string> {
  if (!hasOutput(value)) return value;
  return pulumi.output(value).apply((known) => {
    const problem = inputProblem(key, known);
    if (problem !== undefined) throw new UsageError(`${component}: ${key}: ${problem}`);
    return known;
  });
}

function hasOutput(value: unknown): boolean {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasOutput);
}
