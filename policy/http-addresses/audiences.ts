import { allClouds } from "../../azure";
import type { AudienceOfHosts } from "./azure-audiences";
import { azureAudiences } from "./azure-audiences";

/** Audiences that Logic Apps use where none is named: that of their cloud's Azure Resource Manager. */
export const defaultAudiences: readonly string[] = allClouds.map(({ resourceManager }) => `${resourceManager}/`);

/** Finds the audiences of tokens that may be sent to a host; for an unknown host, its own address. */
export function findAudiences(host: string, declared: readonly AudienceOfHosts[]): readonly string[] {
  const name = host.toLowerCase();
  const found = [...declared, ...azureAudiences].filter((entry) => {
    const wanted = entry.host.toLowerCase();
    return wanted.startsWith(".") ? name.endsWith(wanted) && name.length > wanted.length : name === wanted;
  });
  const own = [".blob.", ".queue.", ".table.", ".file.", ".dfs.", ".kusto."].some((service) => name.includes(service));
  return [
    ...found.flatMap(({ audiences }) => audiences),
    ...(found.length === 0 || own ? withSlash(`https://${name}`) : []),
  ];
}

/** Audiences that may be meant where a host is not known yet: of a request on a vault's secrets, a vault's. */
export function possibleAudiences(isVault: boolean, declared: readonly AudienceOfHosts[]): readonly string[] {
  return [...declared, ...azureAudiences]
    .filter(({ host }) => !isVault || host.startsWith(".vault."))
    .flatMap(({ audiences }) => audiences);
}

function withSlash(...audiences: string[]): string[] {
  return audiences.flatMap((audience) => [audience, `${audience}/`]);
}

/** Decides whether an audience is that of one of Azure's own services. */
export function isAzureAudience(audience: string): boolean {
  return azureAudiences.some(({ audiences }) => audiences.includes(audience));
}
