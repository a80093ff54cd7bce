import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import type { DeclaredResource, ExpandedTemplate } from "../arm-template";
import { keyOf, settle, Undecided } from "../arm-template";
import type { StackResource } from "../stack";
import { toNative } from "./arm-resource";

/** A resource of a template as one of a stack. */
export interface TemplateResource {
  readonly declared: DeclaredResource;
  readonly resource: StackResource;
}

/** A place in a template where something is not decided. */
export interface UndecidedPlace {
  readonly path: string;
  /** What is not known, without values of the template. */
  readonly why: string;
}

interface Settling {
  readonly declared: DeclaredResource;
  readonly body: JsonObject;
  readonly name: unknown;
  readonly scope: unknown;
  readonly undecided: readonly { readonly path: readonly (string | number)[]; readonly value: Undecided }[];
}

/**
 * Writes the resources of a template as those of a stack: what is undecided is unknown, as in a preview, with the
 * resources that it comes from. Types that no rule reads keep their own names.
 *
 * @param urnOf URN of the resource; called once for each
 */
export function readTemplateResources(
  { resources }: ExpandedTemplate,
  urnOf: (type: string, declared: DeclaredResource) => string,
): { readonly resources: readonly TemplateResource[]; readonly undecided: readonly UndecidedPlace[] } {
  const settled = resources.map(({ declared, body }): Settling => {
    const { value, undecided } = settle({ body, name: declared.names, scope: declared.scope });
    const { body: known, name, scope } = asObject(value);
    return { declared, body: asObject(known), name, scope, undecided };
  });
  const natives = settled.flatMap((each) =>
    nativesOf(each).map((native) => ({ ...each, native, urn: urnOf(native.type, each.declared) })),
  );
  const origins = new Origins(natives);
  return {
    resources: natives.map(({ declared, native, urn, undecided }) => ({
      declared,
      resource: {
        urn,
        type: native.type,
        name: urn.split("::").slice(3).join("::"),
        properties: { ...placeOf(declared), ...native.properties },
        propertyDependencies: dependencies(undecided, (value) => origins.of(value).filter((each) => each !== urn)),
        ignoreChanges: [],
      },
    })),
    undecided: settled.flatMap(({ declared, undecided }) =>
      undecided
        .filter(({ value }) => !value.isSecret)
        .map(({ path, value }) => ({ path: placeIn(declared.path, path), why: value.why })),
    ),
  };
}

/** What azure-native shows of the place of a resource. */
function placeOf({ id, place: { kind, resourceGroup } }: DeclaredResource): JsonObject {
  return {
    ...(typeof id === "string" ? { id } : {}),
    ...(kind === "resourceGroup" && typeof resourceGroup === "string" ? { resourceGroupName: resourceGroup } : {}),
  };
}

function nativesOf({ declared, name, scope, body }: Settling): readonly { type: string; properties: JsonObject }[] {
  const { type } = declared;
  const [provider = "", ...types] = type.split("/");
  const unread = /^microsoft\.resources\/deployments$/i.test(type)
    ? "azure-native:resources:Deployment"
    : `azure-native:${provider.replace(/^microsoft\./i, "").toLowerCase()}:${types.join("/")}`;
  return toNative({ type, name, scope, body }) ?? [{ type: unread, properties: body }];
}

/** Finds the resources that an undecided value comes from. */
class Origins {
  private readonly byId = new Map<string, string[]>();
  /** Resources whose name is undecided, by the key of the name. */
  private readonly byName: readonly { readonly key: string; readonly urn: string }[];

  constructor(resources: readonly { readonly declared: DeclaredResource; readonly urn: string }[]) {
    for (const { declared, urn } of resources) {
      const id = keyOf(declared.id).toLowerCase();
      this.byId.set(id, [...(this.byId.get(id) ?? []), urn]);
    }
    this.byName = resources.flatMap(({ declared, urn }) =>
      declared.name instanceof Undecided ? [{ key: keyOf(declared.name), urn }] : [],
    );
  }

  of(value: Undecided): readonly string[] {
    const byId = value.origins.flatMap((id) => this.byId.get(id) ?? []);
    if (byId.length > 0) return byId;
    const key = keyOf(value);
    return this.byName.filter((each) => key.includes(each.key)).map(({ urn }) => urn);
  }
}

/** By the names that the properties have in azure-native's form, which has those below `properties` at its top. */
function dependencies(
  undecided: Settling["undecided"],
  originsOf: (value: Undecided) => readonly string[],
): StackResource["propertyDependencies"] {
  const made = new Map<string, Set<string>>();
  for (const { path, value } of undecided) {
    const [part, first, second] = path.map(String);
    const names =
      part === "body"
        ? [first, ...(first === "properties" ? [second, "policy"] : [])]
        : [part, "vaultName", "namespaceName", "topicName"];
    for (const name of names) {
      if (name === undefined) continue;
      const urns = made.get(name) ?? new Set();
      for (const urn of originsOf(value)) urns.add(urn);
      made.set(name, urns);
    }
  }
  return Object.fromEntries([...made].map(([name, urns]) => [name, [...urns]]));
}

function placeIn(resource: string, [part, ...path]: readonly (string | number)[]): string {
  const below = part === "body" ? path : [part ?? "", ...(part === "name" ? [] : path)];
  return below.reduce<string>(
    (place, segment) => (typeof segment === "number" ? `${place}[${segment}]` : `${place}.${segment}`),
    resource,
  );
}
