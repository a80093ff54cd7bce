import { asObject } from "../../definition";
import type { Stack } from "../model";
import type { Finding, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";
import { hasEncrypted } from "./state-values";

/** Rule on encrypted parts of an exported state. At a preview, the engine shows the pack everything. */
export const encryptedDefinitions: RuleDescription = {
  id: "encrypted-definitions",
  sentence: "No definition or connector document of an exported state is encrypted.",
  fault: "A definition or connector document of the exported state is encrypted.",
  level: "mandatory",
  levelReason: "Without reading the definition, a success would be a guess.",
  reason: "Rules cannot check what they cannot read.",
  remediation: "Keep secrets in secure parameters instead, or export with pulumi stack export --show-secrets.",
  reference: "https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_export/",
  configuration: noConfiguration,
};

/** One finding for each workflow and connector that cannot be read whole. */
export function findEncryptedDefinitions({ resources }: Stack): readonly Finding[] {
  return resources.flatMap(({ urn, type, properties }) => {
    const place = placeOf(type.toLowerCase(), properties);
    if (place === undefined || !hasEncrypted(place.value)) return [];
    const { id: rule, level } = encryptedDefinitions;
    return [{ rule, level, urn, path: place.path, message: "It is encrypted and cannot be read." }];
  });
}

function placeOf(
  type: string,
  properties: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly value: unknown } | undefined {
  if (type === "azure-native:logic:workflow") return { path: "definition", value: properties.definition };
  if (type !== "azure-native:web:customapi") return undefined;
  const { properties: own } = properties;
  return { path: "properties.swagger", value: typeof own === "symbol" ? own : asObject(own).swagger };
}
