/** A parsed resource ID. */
export interface ResourceId {
  readonly id: string;
  /**
   * Such as `Microsoft.KeyVault/vaults` or `Microsoft.ServiceBus/namespaces/topics`, spelled as in the id; for a resource
   * group `Microsoft.Resources/resourceGroups`.
   */
  readonly type: string;
  /** The last segment. */
  readonly name: string;
  /** ID of the resource that contains it, such as a topic's namespace. @default nothing but a scope does */
  readonly parentId?: string;
  readonly subscriptionId: string;
  readonly resourceGroup?: string;
  /** ID of the resource that an extension resource, such as a role assignment, extends; for others the resource group. */
  readonly scope: string;
}

const segment = "[^/?#]+";
const group = new RegExp(`^(/subscriptions/(${segment})/resourceGroups/(${segment}))$`, "i");
const provided = new RegExp(`^(.*)/providers/(${segment})((?:/${segment}/${segment})+)$`, "i");
const subscription = new RegExp(`^/subscriptions/(${segment})(?:/resourceGroups/(${segment}))?(?:/|$)`, "i");

/** Parses a resource ID; undefined for any other text. */
export function parseResourceId(id: string): ResourceId | undefined {
  const ofGroup = group.exec(id);
  if (ofGroup !== null) {
    const [, scope = "", subscriptionId = "", name = ""] = ofGroup;
    return { id, type: "Microsoft.Resources/resourceGroups", name, subscriptionId, resourceGroup: name, scope };
  }
  const [, scope = "", namespace = "", path = ""] = provided.exec(id) ?? [];
  const [, subscriptionId, resourceGroup] = subscription.exec(scope) ?? [];
  if (subscriptionId === undefined) return undefined;
  const segments = path.split("/").slice(1);
  const type = [namespace, ...segments.filter((_, index) => index % 2 === 0)].join("/");
  const name = segments[segments.length - 1] ?? "";
  return {
    ...{ id, type, name, subscriptionId, scope },
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    ...(segments.length === 2 ? {} : { parentId: id.split("/").slice(0, -2).join("/") }),
  };
}

/** Decides whether `scope` is `id` or above it, ignoring case. */
export function covers(scope: string, id: string): boolean {
  const above = scope.toLowerCase().replace(/\/$/, "");
  const below = id.toLowerCase();
  return below === above || below.startsWith(`${above}/`);
}

/** Returns the ID of a resource's group. */
export function resourceGroupIdOf({ subscriptionId, resourceGroup }: ResourceId): string | undefined {
  return resourceGroup === undefined ? undefined : `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}
