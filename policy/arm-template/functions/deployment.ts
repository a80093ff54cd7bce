import type { Context } from "../context";
import { idOfPlace, standInId, standInLocation, templateCloud } from "../place";
import { joinTexts } from "../join-texts";
import { keyOf, Undecided } from "../undecided";
import { resourceIdIn } from "../resource-ids";
import { undecidedCall } from "./template-function";

/** A function that needs the place of the deployment. */
type DeploymentFunction = (given: readonly unknown[], context: Context) => unknown;

/**
 * Functions on the deployment and its place, in Azure's public cloud.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment
 */
export const deploymentFunctions: ReadonlyMap<string, DeploymentFunction> = new Map<string, DeploymentFunction>(
  Object.entries({
    subscription: (_, { place }) => ({
      id: joinTexts(["/subscriptions/", place.subscriptionId]),
      subscriptionId: place.subscriptionId,
      tenantId: standInId,
      displayName: onlyThen("subscription().displayName"),
    }),
    resourcegroup: (_, { place }) => ({
      id: idOfPlace(place),
      name: place.resourceGroup,
      type: "Microsoft.Resources/resourceGroups",
      location: standInLocation,
      tags: onlyThen("resourceGroup().tags"),
      managedBy: onlyThen("resourceGroup().managedBy"),
    }),
    tenant: () => ({ tenantId: standInId, displayName: onlyThen("tenant().displayName") }),
    deployment: () => onlyThen("deployment()"),
    managementgroup: () => onlyThen("managementGroup()"),
    newguid: (_, { work }) => new Undecided(`newguid ${work.next()}`, "newGuid() differs at each deployment"),
    utcnow: (_, { work }) => new Undecided(`utcnow ${work.next()}`, "utcNow() differs at each deployment"),
    environment: () => ({
      name: templateCloud.cliName,
      resourceManager: `${templateCloud.resourceManager}/`,
      graph: "https://graph.windows.net/",
      authentication: {
        loginEndpoint: `https://${templateCloud.loginHost}/`,
        audiences: [`${templateCloud.serviceManagement}/`, `${templateCloud.resourceManager}/`],
        tenant: "common",
        identityProvider: "AAD",
      },
      suffixes: {
        keyvaultDns: `.${templateCloud.vaultSuffix}`,
        storage: templateCloud.storageSuffix,
        sqlServerHostname: ".database.windows.net",
      },
    }),
    resourceid: (given, { place }) => {
      const at = given.findIndex((part) => typeof part === "string" && part.includes("/"));
      const type = given[at];
      if (typeof type !== "string") return undecidedCall("resourceid", given);
      const [group, subscription] = given.slice(0, at).reverse();
      const within = {
        kind: group === undefined ? place.kind : ("resourceGroup" as const),
        subscriptionId: subscription ?? place.subscriptionId,
        resourceGroup: group ?? place.resourceGroup,
      };
      return resourceIdIn(idOfPlace(within), type, given.slice(at + 1));
    },
    subscriptionresourceid: (given, { place }) => {
      const at = given.findIndex((part) => typeof part === "string" && part.includes("/"));
      const type = given[at];
      if (typeof type !== "string") return undecidedCall("subscriptionresourceid", given);
      const [subscription = place.subscriptionId] = given.slice(0, at);
      return resourceIdIn(joinTexts(["/subscriptions/", subscription]), type, given.slice(at + 1));
    },
    tenantresourceid: ([type, ...names]) => (typeof type === "string" ? resourceIdIn("", type, names) : undefined),
    managementgroupresourceid: (given) => undecidedCall("managementgroupresourceid", given),
    extensionresourceid: ([base, type, ...names]) =>
      typeof type === "string" ? resourceIdIn(base, type, names) : undefined,
  } satisfies Readonly<Record<string, DeploymentFunction>>),
);

function onlyThen(call: string): Undecided {
  return new Undecided(call.toLowerCase(), `${call} is known only at deployment`);
}

/** The secret that a function such as `listKeys` or `listCallbackUrl` returns. */
export function listedSecret(name: string, given: readonly unknown[]): Undecided {
  return new Undecided(`${name}(${given.map(keyOf).join("|")})`, `${name}() is known only at deployment`, {
    isSecret: true,
    origins: [keyOf(given[0]).toLowerCase()],
  });
}
