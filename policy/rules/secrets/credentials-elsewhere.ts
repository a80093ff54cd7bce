import { asObject } from "../../../definition";
import type { Randomness } from "../../credentials";
import { findCredentials, isCredentialName } from "../../credentials";
import { isSecureParameter } from "../../model";
import type { StackModel, StackResource } from "../../model";
import type { Report } from "../../rule/rule";

/** Types whose receivers may hold the address of a callback, or a key. */
const receivers = [
  "azure-native:monitor:ActionGroup",
  "azure-native:insights:ActionGroup",
  "azure-native:eventgrid:EventSubscription",
  "azure-native:eventgrid:SystemTopicEventSubscription",
  "azure-native:eventgrid:TopicEventSubscription",
  "azure-native:eventgrid:DomainEventSubscription",
];

/** Reports credentials in tags, receivers, plain outputs, and values that should be secrets of the program. */
export function checkOtherPlaces(model: StackModel, randomness: Randomness, report: Report): void {
  for (const resource of model.stack.resources) checkTags(resource, randomness, report);
  for (const { urn, properties } of receivers.flatMap((type) => model.ofType(type))) {
    for (const [name, value] of Object.entries(properties)) {
      for (const { path, what } of findCredentials(value, name, randomness).filter(hasKnownShape)) {
        report.finding({ urn, path, message: `This looks like a credential: ${what}.` });
      }
    }
  }
  for (const [name, value] of Object.entries(model.stack.plainOutputs ?? {})) {
    for (const { path, what } of findCredentials(value, name, randomness).filter(hasKnownShapeOrName)) {
      report.finding({
        path: `outputs.${path}`,
        message: `A plain output of the stack looks like a credential: ${what}.`,
      });
    }
  }
  if (model.stack.marksSecrets === true) checkUnmarked(model, report);
}

function checkTags({ urn, type, properties }: StackResource, randomness: Randomness, report: Report): void {
  const isSecret = type.toLowerCase() === "azure-native:keyvault:secret";
  const places: [path: string, value: unknown][] = [
    ["tags", properties.tags],
    ...(isSecret ? [["properties.contentType", asObject(properties.properties).contentType] as [string, unknown]] : []),
  ];
  for (const [root, value] of places) {
    if (value === undefined) continue;
    for (const { path, what } of findCredentials(value, root, randomness).filter(hasKnownShapeOrName)) {
      report.finding({ urn, path, message: `This looks like a credential: ${what}.` });
    }
  }
}

/** Secrets that the program handles as plain values, and that its state therefore shows. */
function checkUnmarked(model: StackModel, report: Report): void {
  for (const { urn, properties } of model.ofType("azure-native:keyvault:Secret")) {
    const { value } = asObject(properties.properties);
    if (typeof value !== "string" || value === "") continue;
    report.finding({ urn, path: "properties.value", message: "The secret's value stands in the state in the clear." });
  }
  for (const { urn, definition, values } of model.workflows) {
    for (const [name, value] of Object.entries(values)) {
      if (typeof value !== "string" || value === "" || !isSecureParameter(definition, name)) continue;
      const path = `parameters.${name}.value`;
      report.finding({
        urn,
        path,
        message: `The value of the secure parameter "${name}" stands in the state in the clear.`,
      });
    }
  }
}

interface Found {
  readonly path: string;
  readonly what: string;
}

function hasKnownShape({ what }: Found): boolean {
  return what !== "a random text";
}

/** Ids and names of resources are random texts, too. */
function hasKnownShapeOrName({ what, path }: Found): boolean {
  return hasKnownShape({ what, path }) || isCredentialName(path.split(".").at(-1) ?? "");
}
