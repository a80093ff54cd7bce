import { clouds, type CloudName } from "../../azure";
import type { TokenSettings } from "../fields/token-settings";
import type { ProviderConfiguration } from "../problems/provider-configuration";

/** Settings that decide what is unproven in another cloud. */
interface StackInCloud {
  readonly cloud: CloudName;
  readonly tokens: readonly Pick<TokenSettings, "writePath">[];
  readonly allowedSecretNames: readonly string[];
  readonly allowedCallerIpRanges: readonly string[];
}

/** Notes on what nobody has proven in a cloud other than the public one, each with the way out. */
export function cloudNotes(
  stack: StackInCloud,
  { environment = "", armEnvironment = "" }: ProviderConfiguration,
): readonly string[] {
  const { cloud, allowedCallerIpRanges } = stack;
  if (cloud === "public") return [];
  const { title } = clouds[cloud];
  const byConnector = tokensByConnector(stack);
  const waysOut = [
    ...(byConnector === "" ? [] : [`set writePath to http for ${byConnector}`]),
    ...(stack.allowedSecretNames.length === 0 ? [] : ["remove allowedSecretNames"]),
  ];
  return [
    ...(environment === "" && armEnvironment === ""
      ? [
          `cloud is ${cloud}, and azure-native takes its own from azure-native:environment or ARM_ENVIRONMENT. Set one of ` +
            `them to ${cloud} before you deploy.`,
        ]
      : []),
    ...(waysOut.length === 0
      ? []
      : [
          `cloud is ${cloud}, and custom connectors are not proven to work in ${title}. To deploy none, ${waysOut.join(" and ")} ` +
            "(docs/clouds.md#what-is-not-proven).",
        ]),
    ...(waysOut.length === 0 || allowedCallerIpRanges.length === 0
      ? []
      : [
          `allowedCallerIpRanges is not proven in ${title}: Microsoft states no fixed addresses of custom connectors, and the ` +
            "ranges may shut the connector out. Remove it if the relay answers 403.",
        ]),
  ];
}

/** Paths of the tokens that are written by the connector, three of them at most. */
function tokensByConnector({ tokens }: StackInCloud): string {
  const paths = tokens.flatMap(({ writePath }, index) => (writePath === "connector" ? [`tokens[${index}]`] : []));
  return [...paths.slice(0, 3), ...(paths.length > 3 ? [`${paths.length - 3} more`] : [])].join(", ");
}
