import * as pulumi from "@pulumi/pulumi";
import { UsageError } from "../language-host";
import { parseSettings } from "./parse/parse-settings";
import type { Settings } from "./fields/stack-settings";
import { SettingsError } from "./problems/settings-error";

/**
 * Reads the settings from the configuration of the stack that is being deployed.
 *
 * @throws {UsageError} that lists every problem; the engine prints it without a stack trace
 */
export function readSettings(): { settings: Settings; notes: readonly string[] } {
  try {
    const environment = new pulumi.Config("azure-native").get("environment");
    return parseSettings(stackConfiguration(), { environment });
  } catch (error) {
    if (error instanceof SettingsError) throw new UsageError(error.message);
    throw error;
  }
}

/** All of the project's keys without its namespace, so that unknown ones are reported. */
function stackConfiguration(): Record<string, unknown> {
  const namespace = `${pulumi.getProject()}:`;
  const own = Object.entries(pulumi.runtime.allConfig())
    .filter(([key]) => key.startsWith(namespace))
    .map(([key, value]): [string, unknown] => [key.slice(namespace.length), value]);
  return Object.fromEntries(own);
}
