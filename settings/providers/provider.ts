import type { GrantType } from "../values/grants";

/** Facts about the token endpoint of a provider, and the defaults that follow from them. */
export interface Provider {
  /** Name as the provider writes it. */
  readonly title: string;
  /** Grants that the provider has and the refresh supports; the first is the default. */
  readonly grantTypes: readonly [GrantType, ...GrantType[]];
  /** Hosts of its token endpoints, exactly or as a suffix after a period. */
  readonly hosts: readonly string[];
  /** End of the endpoint's path on a customer's own host. @default the provider has no endpoints on such hosts */
  readonly pathOnOtherHosts?: string;
  /** Form of the URL, where it differs between customers. @default `defaults.tokenUrl` is for all customers */
  readonly tokenUrlForm?: string;
  /** Defaults of a token's keys, in place of the program's own. */
  readonly defaults: ProviderDefaults;
  /** First segments of paths that stand for any tenant, where `client_credentials` has none. @default none */
  readonly sharedTenants?: readonly string[];
  /** Parameters without which the endpoint refuses `client_credentials`. @default none */
  readonly requires?: readonly RequiredParameter[];
  /** What else most users have to set. @default nothing */
  readonly alsoSet?: string;
  /** Lifetime of an access token, and of a refresh token, in the provider's words. */
  readonly lifetime: string;
  /** Whether and when the provider replaces a refresh token. */
  readonly rotation: string;
  /** Grants that test/behaviour/provider-requests.test.ts runs against an answer in the shape that the provider publishes. */
  readonly tried: readonly GrantType[];
  /** Documents that state the above. */
  readonly sources: readonly string[];
}

/** Keys of a token that can have a provider's default. */
export interface ProviderDefaults {
  readonly tokenUrl?: string;
  readonly clientAuthentication?: "post" | "basic";
  readonly intervalMinutes?: number;
  readonly assumedLifetimeMinutes?: number;
  readonly marginMinutes?: number;
}

/** A parameter of the token request, with the endpoints that require it. */
export interface RequiredParameter {
  readonly name: "scope" | "resource";
  /** End of the endpoint's path. */
  readonly path: string;
  readonly example: string;
  /** Error that the endpoint answers without it. */
  readonly error: string;
}
