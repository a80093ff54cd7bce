import { cloudOfEnvironment, cloudOfLocation, clouds, type Cloud, type CloudName } from "../../azure";
import type { SettingsProblem } from "../fields/settings-problem";
import type { ProviderConfiguration } from "./provider-configuration";

/** A cloud, and the setting that chose it. */
interface ChosenCloud {
  readonly cloud: Cloud;
  /** As messages say it, such as `azure-native:environment is china`. */
  readonly because: string;
  /** The setting, or the one to choose another cloud by. */
  readonly setting: string;
}

/** The cloud of a stack: that of its setting, or of the provider, or the public one. */
export function chooseCloud(cloud: CloudName | undefined, provider: ProviderConfiguration): Cloud {
  return choose(cloud, provider).cloud;
}

/** Contradictions between the setting, the provider, and the locations of a stack. IDs of resources name no cloud. */
export function cloudProblems(
  { cloud, location }: { readonly cloud?: CloudName | undefined; readonly location?: string | undefined },
  provider: ProviderConfiguration,
): readonly SettingsProblem[] {
  const chosen = choose(cloud, provider);
  return [
    ...environmentProblems(chosen, provider),
    ...locationProblems("location", location, chosen),
    ...locationProblems("azure-native:location", provider.location, chosen),
  ];
}

function choose(cloud: CloudName | undefined, provider: ProviderConfiguration): ChosenCloud {
  if (cloud !== undefined) return { cloud: clouds[cloud], because: `cloud is ${cloud}`, setting: "cloud" };
  const { path, environment } = environmentOf(provider);
  const found = environment === "" ? undefined : cloudOfEnvironment(environment);
  return found === undefined
    ? { cloud: clouds.public, because: "no cloud is set", setting: path }
    : { cloud: found, because: `${path} is ${found.name}`, setting: path };
}

/** The environment that azure-native deploys to, and where it is set; empty if nowhere. */
function environmentOf({ environment = "", armEnvironment = "" }: ProviderConfiguration): {
  readonly path: string;
  readonly environment: string;
} {
  return environment === "" && armEnvironment !== ""
    ? { path: "ARM_ENVIRONMENT", environment: armEnvironment }
    : { path: "azure-native:environment", environment };
}

function environmentProblems(
  { cloud, because }: ChosenCloud,
  provider: ProviderConfiguration,
): readonly SettingsProblem[] {
  const { path, environment } = environmentOf(provider);
  const found = cloudOfEnvironment(environment === "" ? "public" : environment);
  if (found === undefined) {
    const shown = /^[a-z]{1,24}$/i.test(environment) ? `"${environment}"` : "not an environment (value not shown)";
    return [{ path, message: `is ${shown}. azure-native has ${Object.keys(clouds).join(", ")}.` }];
  }
  if (found === cloud || (environment === "" && !("environment" in provider))) return [];
  const state = environment === "" ? "is missing" : `is ${found.name}`;
  const message = `${state}, so azure-native deploys to ${found.title}, but ${because}. Set it to ${cloud.name}, or remove cloud.`;
  return [{ path, message }];
}

function locationProblems(
  path: string,
  location: string | undefined,
  { cloud, because, setting }: ChosenCloud,
): readonly SettingsProblem[] {
  const found = location === undefined || location === "" ? cloud : cloudOfLocation(location);
  if (found === cloud) return [];
  const fix = `Use a location such as ${cloud.exampleLocation}, or set ${setting} to ${found.name}`;
  return [{ path, message: `is in ${found.title}, but ${because}. ${fix}.` }];
}
