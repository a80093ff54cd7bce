import type { SettingsProblem } from "../fields/settings-problem";

/** Configuration of the azure-native provider that the program relies on. */
export interface ProviderConfiguration {
  /** Not checked where the key is absent. */
  readonly location?: string | undefined;
  readonly environment?: string | undefined;
}

/** Problems of the provider's configuration, and of what it leaves to the program's settings. */
export function providerConfigurationProblems(
  provider: ProviderConfiguration,
  isSet: (key: "location" | "resourceGroupId") => boolean,
): readonly SettingsProblem[] {
  const { location = "", environment = "public" } = provider;
  return [
    ...(environment === "public"
      ? []
      : [
          {
            path: "azure-native:environment",
            message: "is not the public cloud, which is the only one supported. Remove it, or set it to public.",
          },
        ]),
    ...(!("location" in provider) || location !== "" || isSet("location") || isSet("resourceGroupId")
      ? []
      : [
          {
            path: "azure-native:location",
            message: "is missing. Set the location of the new resource group, for example to westeurope.",
          },
        ]),
  ];
}
