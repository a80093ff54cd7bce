import { asObject } from "../../definition";
import { expandTemplate, parseTemplate, previewedValue, readGiven } from "../arm-template";
import type { Stack, StackResource } from "../stack";
import { isUnknown } from "../stack";
import type { ArmResource } from "./arm-resource";
import { toNative } from "./arm-resource";
import { classicWorkflows, fromClassic } from "./classic-resource";
import { readTemplateResources } from "./template-resources";

/** Separates the URN of a resource that holds others from the place of one of them. */
export const placeSeparator = "#";

/**
 * Writes every resource that the rules read in azure-native's form: those of the classic provider, of azapi, of
 * `resources:Resource`, and those within templates. What is in that form already stays as it is.
 */
export function readForms(stack: Stack): Stack {
  const isElsewhere = ({ type }: StackResource): boolean =>
    /^(?:azure:|azapi:|azure-native:resources:(?:Deployment|Resource)$)/i.test(type);
  if (!stack.resources.some(isElsewhere)) return stack;
  return {
    ...stack,
    resources: [
      ...stack.resources.flatMap((resource) => (isElsewhere(resource) ? readElsewhere(resource) : [resource])),
      ...classicWorkflows(stack.resources),
    ],
  };
}

/** Properties of which the rules read what they are made from. */
const readFrom = [
  "parameters",
  "identity",
  "properties",
  "policy",
  "principalId",
  "roleDefinitionId",
  "scope",
  "vaultName",
  "namespaceName",
  "topicName",
];

/** The resources that one in another form stands for; none where the rules read nothing of it. */
function readElsewhere(resource: StackResource): readonly StackResource[] {
  const { urn, type, properties, propertyDependencies } = resource;
  const classic = fromClassic(resource);
  if (classic !== undefined) return [classic];
  const template = templateOf(resource);
  if (template !== undefined) {
    const content = parseTemplate(template.template) ?? {};
    const given = readGiven(parsed(template.parameters), previewedValue);
    return readTemplateResources(
      expandTemplate(content, given),
      (_, { path }) => `${urn}${placeSeparator}${path}`,
    ).resources.map((inner) => ({ ...resource, ...inner.resource }));
  }
  const made = new Set(Object.values(propertyDependencies).flat());
  const dependencies = Object.fromEntries(readFrom.map((property) => [property, [...made]]));
  const arm = /^azapi:/i.test(type) ? fromAzapi(properties) : fromGeneric(properties);
  return (toNative(arm) ?? []).map((native) => ({ ...resource, ...native, propertyDependencies: dependencies }));
}

function templateOf({ type, properties }: StackResource): { template: unknown; parameters: unknown } | undefined {
  if (/^azure-native:resources:Deployment$/i.test(type)) {
    const { template, parameters } = asObject(properties.properties);
    return isUnknown(template) ? undefined : { template, parameters };
  }
  if (!/^azure:core:\w*TemplateDeployment$/i.test(type)) return undefined;
  return { template: properties.templateContent, parameters: properties.parametersContent };
}

function fromAzapi({ type, name, parentId, body, identity, tags }: StackResource["properties"]): ArmResource {
  const [whole = ""] = typeof type === "string" ? type.split("@") : [];
  const [, parent = ""] = typeof parentId === "string" ? (/\/providers\/[^/]+\/(.+)$/i.exec(parentId) ?? []) : [];
  return {
    type: whole,
    name: whole.split("/").length > 2 ? below(parent, name) : name,
    scope: parentId,
    body: { identity, tags, ...asObject(parsed(body)) },
  };
}

function fromGeneric(properties: StackResource["properties"]): ArmResource {
  const { resourceProviderNamespace, resourceType, resourceName, parentResourcePath, ...body } = properties;
  const parent = typeof parentResourcePath === "string" ? parentResourcePath : "";
  const types = [...parent.split("/").filter((part, index) => part !== "" && index % 2 === 0), String(resourceType)];
  return { type: `${String(resourceProviderNamespace)}/${types.join("/")}`, name: below(parent, resourceName), body };
}

/** The name of a resource with the names of a path around it, such as `namespaces/shop/topics/orders`. */
function below(path: string, name: unknown): unknown {
  const names = path.split("/").filter((_, index) => index % 2 === 1);
  return typeof name === "string" ? [...names, name].join("/") : name;
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}
