import { createHash } from "node:crypto";
import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import type { Context, ReferencedResource } from "./context";
import { evaluateValue } from "./evaluate-value";
import { asGuid, hasStandIn } from "./functions";
import type { Place } from "./place";
import { idOfPlace } from "./place";
import { resourceIdIn } from "./resource-ids";
import { joinTexts, splitText } from "./join-texts";
import { keyOf, UndecidedText } from "./undecided";

/** Where a resource is declared. */
export interface Declaration {
  readonly raw: JsonObject;
  readonly context: Context;
  /** That it is deployed to. */
  readonly place: Place;
  /** In the file or the stack's property: `resources[0].properties.template.resources[w]`. */
  readonly path: string;
  /** In a template with a map of resources. */
  readonly symbolicName?: string;
  readonly parent?: DeclaredResource;
}

const identityType = "microsoft.managedidentity/userassignedidentities";

/** A resource that a template declares, one for each turn of a copy loop. */
export class DeclaredResource implements ReferencedResource {
  readonly raw: JsonObject;
  readonly context: Context;
  readonly place: Place;
  readonly path: string;
  readonly symbolicName: string | undefined;
  /** With its namespace: `Microsoft.KeyVault/vaults/secrets`. */
  readonly type: string;
  /** Names of the resources around it and its own; what is undecided is so. */
  readonly names: readonly unknown[];
  /** Id of what it is deployed into or extends. */
  readonly scope: unknown;
  readonly id: unknown;

  constructor({ raw, context, place, path, symbolicName, parent }: Declaration) {
    this.raw = raw;
    this.context = context;
    this.place = place;
    this.path = path;
    this.symbolicName = symbolicName;
    const type = withParent(typeof raw.type === "string" ? raw.type : "", parent);
    const own = raw.name === undefined ? [] : splitText(evaluateValue(raw.name, context), "/");
    const names = type.inherits && parent !== undefined ? [...parent.names, ...own] : own;
    const extension = readExtension(type.name, names, place);
    this.type = extension?.type ?? type.name;
    this.names = extension?.names ?? names;
    this.scope = extension?.scope ?? readScope(evaluateValue(raw.scope, context), place);
    this.id = resourceIdIn(this.scope, this.type, this.names) ?? `${path} ${context.copies.size}`;
  }

  get name(): unknown {
    return this.names.at(-1);
  }

  /** Name for a reader: the symbolic name or the place where only the deployment tells the name. */
  get displayName(): string {
    const name = this.names.every((each) => typeof each === "string") ? this.names.join("/") : "";
    return name === "" || hasStandIn(name) ? (this.symbolicName ?? this.path) : name;
  }

  /** True for one that is there already: the template reads it only. */
  get isExisting(): boolean {
    return this.raw.existing === true;
  }

  get principalId(): string | undefined {
    if (this.isExisting) return undefined;
    if (this.type.toLowerCase() === identityType) return this.standIn();
    const { type } = asObject(evaluateValue(this.raw.identity, this.context));
    return typeof type === "string" && /systemassigned/i.test(type) ? this.standIn() : undefined;
  }

  /** Text in place of an id that Azure makes: the same for the same resource. */
  private standIn(): string {
    return asGuid(
      createHash("sha256")
        .update(`principal ${keyOf(this.id).toLowerCase()}`)
        .digest("hex"),
    );
  }
}

/** A resource within another may leave out the type and the name of that one. */
function withParent(type: string, parent: DeclaredResource | undefined): { name: string; inherits: boolean } {
  if (parent === undefined || type.toLowerCase().startsWith(`${parent.type.toLowerCase()}/`)) {
    return { name: type, inherits: false };
  }
  return { name: `${parent.type}/${type}`, inherits: true };
}

/** `Microsoft.KeyVault/vaults/providers/roleAssignments` with the name `kv/Microsoft.Authorization/…` extends a vault. */
function readExtension(
  type: string,
  names: readonly unknown[],
  place: Place,
): { type: string; names: readonly unknown[]; scope: unknown } | undefined {
  const [, outer, inner = ""] = /^(.+\/.+)\/providers\/([^/]+)$/i.exec(type) ?? [];
  const provider = names.at(-2);
  if (outer === undefined || typeof provider !== "string") return undefined;
  const scope = resourceIdIn(idOfPlace(place), outer, names.slice(0, -2));
  return { type: `${provider}/${inner}`, names: names.slice(-1), scope: scope ?? idOfPlace(place) };
}

/** A scope may be an id below the one of the deployment: `Microsoft.KeyVault/vaults/kv`. */
function readScope(scope: unknown, place: Place): unknown {
  if (scope === undefined || scope === "") return idOfPlace(place);
  const begin = scope instanceof UndecidedText ? scope.parts[0] : scope;
  return typeof begin === "string" && !begin.startsWith("/")
    ? joinTexts([idOfPlace(place), "/providers/", scope])
    : scope;
}
