import { joinTexts } from "./join-texts";

/**
 * Id of a resource: `Microsoft.KeyVault/vaults/secrets` with two names is `…/vaults/a/secrets/b`. Undefined where types
 * and names do not fit.
 *
 * @param base id that the resource is in, without slash at the end
 */
export function resourceIdIn(base: unknown, type: string, names: readonly unknown[]): unknown {
  const [provider = "", ...types] = type.replace(/\/$/, "").split("/");
  if (types.length === 0 || types.length !== names.length) return undefined;
  const segments = types.flatMap((each, index) => [`/${each}/`, names[index]]);
  return joinTexts([base, `/providers/${provider}`, ...segments]);
}
