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
  constructor(properties: VaultProperties, clock: Clock, values: Set<string>) {
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
    return `${this.#properties.name.toLowerCase()}.vault.azure.net`;
  }
}
