import { vaultAddress, type Cloud } from "../../azure";
import type { Clock } from "../clock";
import { SecretStore } from "./secret-store";
import { checkedProperties, type VaultProperties } from "./vault-properties";

/** A vault and its secrets. */
export class Vault {
  /** Time of its deletion; it keeps its secrets. */
  deletedDate: Date | undefined;
  readonly secrets: SecretStore;
  #properties: VaultProperties;

  /** @param values takes every value that is ever stored */
  constructor(
    properties: VaultProperties,
    clock: Clock,
    values: Set<string>,
    readonly cloud: Cloud,
  ) {
    this.#properties = checkedProperties(properties);
    this.secrets = new SecretStore(() => this.#properties, clock, values);
  }

  get properties(): VaultProperties {
    return this.#properties;
  }

  set properties(properties: VaultProperties) {
    this.#properties = checkedProperties(properties);
  }

  get host(): string {
    return new URL(vaultAddress(this.cloud, this.#properties.name.toLowerCase())).host;
  }
}
