import type { MessagePlace, MessagePlaces } from "./message-places";
import type { ResourceKey, ResourceKeys } from "./resource-keys";
import type { VaultKey, VaultKeys } from "./vaults";

/** Scope of a grant. */
export type Scope =
  | {
      readonly kind: "vault";
      readonly vault: VaultKey;
      /** True if only the deployment tells whether it is the vault or one of its secrets. */
      readonly mayBeSecret?: true;
    }
  | { readonly kind: "secret"; readonly vault: VaultKey; /** In lower case. */ readonly secretName: string }
  /** A resource group, a subscription or a management group. */
  | { readonly kind: "wider" }
  | OtherScope
  | { readonly kind: "unknown" };

/** A resource of another type than a vault's. */
export interface OtherScope {
  readonly kind: "other";
  /** In lower case, such as `microsoft.storage/storageaccounts`. */
  readonly type: string;
  /** For a namespace of Service Bus, and what is below one. */
  readonly messages?: MessagePlace;
  /** For a Logic App, and what is below one. */
  readonly workflow?: ResourceKey;
}

/** What scopes are looked up in. */
export interface ScopeKeys {
  readonly vaults: VaultKeys;
  readonly messages: MessagePlaces;
  readonly workflows: ResourceKeys;
}

/** @param madeFrom URNs of what the scope is made from */
export function readScope(scope: unknown, madeFrom: readonly string[], keys: ScopeKeys): Scope {
  if (typeof scope !== "string") return readMadeScope(madeFrom, keys);
  // Azure ignores a slash at the end.
  const id = scope.replace(/\/+$/, "");
  const [, name, secretName] =
    /\/providers\/Microsoft\.KeyVault\/vaults\/([^/]+)(?:\/secrets\/([^/]+))?$/i.exec(id) ?? [];
  if (name === undefined) return readOtherScope(id, madeFrom, keys);
  const vault = keys.vaults.of(name, madeFrom);
  return secretName === undefined
    ? { kind: "vault", vault }
    : { kind: "secret", vault, secretName: secretName.toLowerCase() };
}

function readOtherScope(id: string, madeFrom: readonly string[], keys: ScopeKeys): Scope {
  const [, provider, path = ""] = /\/providers\/(?!Microsoft\.Management\/)([^/]+)\/(.+)$/i.exec(id) ?? [];
  if (provider === undefined) return { kind: "wider" };
  const types = path.split("/").filter((_, index) => index % 2 === 0);
  const messages = keys.messages.ofId(id, madeFrom);
  const workflow = /\/providers\/Microsoft\.Logic\/workflows\/([^/]+)/i.exec(id)?.[1];
  return {
    kind: "other",
    type: [provider, ...types].join("/").toLowerCase(),
    ...(messages === undefined ? {} : { messages }),
    ...(workflow === undefined ? {} : { workflow: keys.workflows.of(workflow, madeFrom) }),
  };
}

/** A scope that is not known yet, by what it is made from. */
function readMadeScope(madeFrom: readonly string[], keys: ScopeKeys): Scope {
  const vault = keys.vaults.of(undefined, madeFrom);
  if (vault !== "unknown") return { kind: "vault", vault, mayBeSecret: true };
  const messages = keys.messages.ofMade(madeFrom);
  if (messages !== undefined) {
    const below = messages.entity?.includes("/subscriptions/") === true ? "/topics/subscriptions" : "";
    return { kind: "other", type: `microsoft.servicebus/namespaces${below}`, messages };
  }
  const workflow = keys.workflows.of(undefined, madeFrom);
  return workflow === "unknown" ? { kind: "unknown" } : { kind: "other", type: "microsoft.logic/workflows", workflow };
}
