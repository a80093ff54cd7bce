import type { Context, ReferencedResource } from "../context";
import { standInId, standInLocation, templateCloud } from "../place";
import { joinTexts } from "../join-texts";
import { keyOf, Undecided } from "../undecided";

const why = "reference() is known only at deployment";

/**
 * What Azure will show of a resource. What a template tells of it already is decided: names, ids, the principal of an
 * identity, the address of a vault, the outputs of a deployment.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#reference
 */
class RuntimeState extends Undecided {
  constructor(
    key: string,
    private readonly resource: ReferencedResource | undefined,
    private readonly isFull: boolean,
    origins: readonly string[],
  ) {
    super(key, why, { origins });
  }

  override property(name: string): unknown {
    const { resource } = this;
    if (resource === undefined) return super.property(name);
    const known = this.isFull ? this.ofResource(name.toLowerCase(), resource) : this.ofProperties(name, resource);
    return known ?? super.property(name);
  }

  private ofResource(name: string, resource: ReferencedResource): unknown {
    if (name === "properties") return new RuntimeState(`${this.key}.properties`, resource, false, this.origins);
    if (name === "id" || name === "name") return resource[name];
    if (name === "location") return standInLocation;
    if (name !== "identity" || resource.principalId === undefined) return undefined;
    return { principalId: resource.principalId, tenantId: standInId };
  }

  private ofProperties(name: string, resource: ReferencedResource): unknown {
    switch (`${resource.type.toLowerCase()} ${name.toLowerCase()}`) {
      case "microsoft.managedidentity/userassignedidentities principalid":
        return resource.principalId;
      case "microsoft.keyvault/vaults vaulturi":
        return joinTexts(["https://", resource.name, `.${templateCloud.vaultSuffix}/`]);
      case "microsoft.resources/deployments outputs":
        return new DeploymentOutputs(`${this.key}.outputs`, resource, this.origins);
      default:
        return undefined;
    }
  }
}

class DeploymentOutputs extends Undecided {
  constructor(
    key: string,
    private readonly deployment: ReferencedResource,
    origins: readonly string[],
  ) {
    super(key, why, { origins });
  }

  override property(name: string): unknown {
    const value = this.deployment.output?.(name);
    return value === undefined ? super.property(name) : { value };
  }
}

/** Evaluates `reference` with its arguments. */
export function reference([target, version, full]: readonly unknown[], { template }: Context): unknown {
  const resource = template.find(target);
  const id = keyOf(resource?.id ?? target).toLowerCase();
  const isFull = [version, full].some((each) => typeof each === "string" && each.toLowerCase() === "full");
  return new RuntimeState(`reference(${id})`, resource, isFull, [id]);
}
