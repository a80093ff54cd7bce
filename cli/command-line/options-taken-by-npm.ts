import type { Command } from "commander";

/** Options of a command that npm took for its own, because they stood before `--`. */
export interface TakenOptions {
  /** Unknown to npm, which exports them, so that somebody meant them for the command. */
  readonly certain: readonly string[];
  /** Also npm's own `--quiet` or `--verbose`, or a log level of the environment. */
  readonly possible: readonly string[];
}

/** Log levels for which npm has short forms: https://docs.npmjs.com/cli/v11/using-npm/logging */
const shortForms: ReadonlyMap<string | undefined, string> = new Map([
  ["warn", "quiet"],
  ["verbose", "verbose"],
]);

/**
 * Finds options that npm swallowed: it exports each that it does not know as `npm_config_<name>`.
 * https://docs.npmjs.com/cli/v11/using-npm/config
 */
export function optionsTakenByNpm({ options }: Command, environment: NodeJS.ProcessEnv): TakenOptions {
  const names = options.map(({ long }) => long?.slice(2) ?? "").filter((name) => name !== "");
  const isExported = (name: string): boolean =>
    !["", "false"].includes(environment[`npm_config_${name.replaceAll("-", "_")}`] ?? "");
  const shortForm = shortForms.get(environment.npm_config_loglevel);
  return {
    certain: names.filter(isExported).map((name) => `--${name}`),
    possible: names.filter((name) => name === shortForm).map((name) => `--${name}`),
  };
}
