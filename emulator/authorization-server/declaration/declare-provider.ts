import { declareBehaviours, refusal, success, type Behaviour, type Origin } from "../../provenance";
import {
  codeOf,
  describeAnswer,
  describeAuthentication,
  describeGrants,
  describeRefreshTokens,
  describeRepeatedTokens,
  describeRefusal,
  describeRequirement,
} from "./describe-provider";
import type {
  ClientAuthentication,
  OAuthError,
  OAuthProvider,
  RefreshTokens,
  RepeatedAccessTokens,
  SuccessBody,
  TokenRefusal,
} from "../oauth-provider";
import type { DeclaredRefusal, Fact } from "./origins";

/** What is known of a provider's token endpoint, each fact with its source. */
export interface ProviderDeclaration<Refused extends OAuthError = OAuthError> extends Pick<
  OAuthProvider,
  "name" | "hosts" | "tokenPath"
> {
  /** @default "application/json; charset=utf-8" */
  readonly contentType?: string;
  readonly answer: Origin & { readonly body: SuccessBody };
  readonly clientAuthentication: Fact<readonly ClientAuthentication[]>;
  readonly grantTypes: Fact<readonly string[]>;
  /** @default none: oidc-provider has each grant under the same name */
  readonly servedAs?: Readonly<Record<string, string>>;
  /** @default nothing */
  readonly requires?: Readonly<Record<string, DeclaredRefusal & { readonly parameter: string }>>;
  readonly lifetimeSeconds: Fact<number>;
  readonly refreshTokens: Fact<RefreshTokens>;
  /** @default each request makes a new access token */
  readonly repeatsAccessTokens?: Fact<RepeatedAccessTokens>;
  /** @default there is none */
  readonly introspection?: Origin & { readonly path: (tokenPath: string) => string };
  /** @default there is none */
  readonly revocation?: Origin & { readonly path: (tokenPath: string) => string };
  /** @default an answer is JSON */
  readonly formEncodedByDefault?: Origin;
  /** @default those of RFC 6749, section 5.2 */
  readonly refusals?: Readonly<Record<Refused, DeclaredRefusal>>;
}

/** Makes the records of a provider from what is known of it. Nothing else makes an {@link OAuthProvider}. */
export function declareProvider<Refused extends OAuthError = never>(
  declaration: ProviderDeclaration<Refused>,
): OAuthProvider & { readonly refusals: Readonly<Record<Refused, TokenRefusal>> } {
  const { name, hosts, tokenPath, contentType = "application/json; charset=utf-8", servedAs = {} } = declaration;
  const { answer, clientAuthentication, grantTypes, lifetimeSeconds, refreshTokens } = declaration;
  const { repeatsAccessTokens, introspection, revocation, formEncodedByDefault } = declaration;
  const service = `authorization-server/${name}`;
  const always = declareBehaviours(service, {
    answer: { ...answer, ...success(200, { ...answer, behaviour: describeAnswer(answer.body, contentType) }) },
    clientAuthentication: { ...clientAuthentication, behaviour: describeAuthentication(clientAuthentication.value) },
    grantTypes: { ...grantTypes, behaviour: describeGrants(grantTypes.value) },
    lifetimeSeconds: { ...lifetimeSeconds, behaviour: "An access token is valid for this number of seconds" },
    refreshTokens: { ...refreshTokens, behaviour: describeRefreshTokens(refreshTokens.value) },
  });
  const sometimes = {
    ...(repeatsAccessTokens !== undefined &&
      declareBehaviours(service, {
        repeatsAccessTokens: {
          ...repeatsAccessTokens,
          behaviour: describeRepeatedTokens(repeatsAccessTokens.value),
        },
      })),
    ...(introspection !== undefined &&
      declareBehaviours(service, {
        introspection: { ...introspection, behaviour: "An endpoint beside the token endpoint introspects tokens" },
      })),
    ...(revocation !== undefined &&
      declareBehaviours(service, {
        revocation: { ...revocation, behaviour: "An endpoint beside the token endpoint revokes tokens of any client" },
      })),
    ...(formEncodedByDefault !== undefined &&
      declareBehaviours(service, {
        formEncodedByDefault: {
          ...formEncodedByDefault,
          behaviour: "An answer is form-encoded unless the request accepts JSON",
        },
      })),
  };
  const refusals = declareRefusals(service, declaration.refusals);
  const requires = declareRequirements(service, declaration.requires);
  return {
    ...{ name, hosts, contentType, servedAs, refusals, requires },
    ...(tokenPath === undefined ? {} : { tokenPath }),
    ...always,
    ...sometimes,
    behaviours: [always, sometimes, refusals, requires].flatMap((table) => Object.values<Behaviour>(table)),
  };
}

function declareRefusals<Refused extends OAuthError>(
  service: string,
  declared: Readonly<Record<Refused, DeclaredRefusal>> | undefined,
): Readonly<Record<Refused, TokenRefusal>> {
  const entries = Object.entries<DeclaredRefusal>(declared ?? {}).map(([error, { status, body, ...origin }]) => {
    const behaviour = describeRefusal(error as OAuthError, body);
    return [error, { ...refusal(status, codeOf(body), { ...origin, behaviour }), body }] as const;
  });
  return declareBehaviours(service, Object.fromEntries(entries)) as Readonly<Record<Refused, TokenRefusal>>;
}

function declareRequirements(
  service: string,
  declared: ProviderDeclaration["requires"] = {},
): OAuthProvider["requires"] {
  return Object.fromEntries(
    Object.entries(declared).map(([grantType, { parameter, status, body, ...origin }]) => {
      const behaviour = describeRequirement(grantType, parameter, body);
      const record = { ...refusal(status, codeOf(body), { ...origin, behaviour }), body, parameter };
      const { missing } = declareBehaviours(`${service}/${grantType}-${parameter}`, { missing: record });
      return [grantType, missing];
    }),
  );
}
