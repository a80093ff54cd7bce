import * as pulumi from "@pulumi/pulumi";
import { UsageError } from "../language-host";
import { parseSettings } from "./parse/parse-settings";
import type { Settings } from "./fields/stack-settings";
import type { ProviderConfiguration } from "./problems/provider-configuration";
import { SettingsError } from "./problems/settings-error";

/**
 * Reads the settings from the configuration of the stack that is being deployed.
 *
 * @throws {UsageError} that lists every problem; the engine prints it without a stack trace
 */
export function readSettings(): { settings: Settings; notes: readonly string[] } {
  try {
    return parseSettings(stackConfiguration(), providerConfiguration());
  } catch (error) {
    if (error instanceof SettingsError) throw new UsageError(error.message);
    throw error;
  }
}

/** The configuration of azure-native. With endpoints of its own (`metadataHost`), it needs no environment. */
function providerConfiguration(): ProviderConfiguration {
  const config = new pulumi.Config("azure-native");
  const { ARM_ENVIRONMENT: armEnvironment, ARM_METADATA_HOSTNAME: metadataHostname = "" } = process.env;
  const location = config.get("location");
  const environment = config.get("environment");
  const isRequired = (config.get("metadataHost") ?? metadataHostname) === "";
  return {
    ...(location === undefined ? {} : { location }),
    ...(environment === undefined && !isRequired ? {} : { environment }),
    armEnvironment,
  };
}

/** All of the project's keys without its namespace, so that unknown ones are reported. */
function stackConfiguration(): Record<string, unknown> {
  const namespace = `${pulumi.getProject()}:`;
  const own = Object.entries(pulumi.runtime.allConfig())
    .filter(([key]) => key.startsWith(namespace))
    .map(([key, value]): [string, unknown] => [key.slice(namespace.length), value]);
  return Object.fromEntries(own);
}
