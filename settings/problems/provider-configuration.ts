import type { SettingsProblem } from "../fields/settings-problem";

/** Configuration of the azure-native provider that the program relies on. */
export interface ProviderConfiguration {
  /** Not required where the key is absent. */
  readonly location?: string | undefined;
  /** Its cloud. Not required where the key is absent. */
  readonly environment?: string | undefined;
  /** The variable `ARM_ENVIRONMENT`, from which it takes its cloud where `environment` is not set. */
  readonly armEnvironment?: string | undefined;
}

/** Problems of the provider's configuration, and of what it leaves to the program's settings. */
export function providerConfigurationProblems(
  provider: ProviderConfiguration,
  isSet: (key: "location" | "resourceGroupId") => boolean,
): readonly SettingsProblem[] {
  const { location = "" } = provider;
  if (!("location" in provider) || location !== "" || isSet("location") || isSet("resourceGroupId")) return [];
  return [
    {
      path: "azure-native:location",
      message: "is missing. Set the location of the new resource group, for example to westeurope.",
    },
  ];
}
