import type { Cloud } from "../../azure";
import type { Clock } from "../clock";
import { Vault } from "./vault";
import { retentionEnd, type VaultProperties } from "./vault-properties";

/** The vaults there are, and the deleted ones that still have their names. Names ignore case. */
export class Vaults {
  readonly #vaults = new Map<string, Vault>();

  /** @param values takes every value that is ever stored */
  constructor(
    private readonly clock: Clock,
    private readonly values: Set<string>,
    private readonly cloud: Cloud,
  ) {}

  state(name: string): "no" | "live" | "deleted" {
    const vault = this.#find(name);
    if (vault === undefined) return "no";
    return vault.deletedDate === undefined ? "live" : "deleted";
  }

  /** @throws {Error} where there is no such vault, or it is deleted */
  live(name: string): Vault {
    return this.#in("live", name);
  }

  /** @throws {Error} where a deleted vault has the name */
  add(properties: VaultProperties): Vault {
    if (this.state(properties.name) !== "no") throw new Error(`The vault name '${properties.name}' is taken.`);
    const vault = new Vault(properties, this.clock, this.values, this.cloud);
    this.#vaults.set(properties.name.toLowerCase(), vault);
    return vault;
  }

  /** @throws {Error} where there is no such vault, or it is deleted */
  delete(name: string): Vault {
    const vault = this.#in("live", name);
    vault.deletedDate = this.clock.now();
    return vault;
  }

  /** @throws {Error} where there is no such deleted vault */
  recover(name: string): Vault {
    const vault = this.#in("deleted", name);
    vault.deletedDate = undefined;
    return vault;
  }

  /** @throws {Error} where there is no such deleted vault, or it has purge protection */
  purge(name: string): void {
    const { enablePurgeProtection } = this.#in("deleted", name).properties;
    if (enablePurgeProtection) throw new Error(`Vault '${name}' has purge protection: it goes when its time is over.`);
    this.#vaults.delete(name.toLowerCase());
  }

  #in(state: "live" | "deleted", name: string): Vault {
    const vault = this.#find(name);
    if (vault !== undefined && this.state(name) === state) return vault;
    throw new Error(`There is no ${state} vault named '${name}'.`);
  }

  #find(name: string): Vault | undefined {
    const vault = this.#vaults.get(name.toLowerCase());
    if (vault?.deletedDate === undefined) return vault;
    const isGone = this.clock.now() >= retentionEnd(vault.properties, vault.deletedDate);
    return isGone ? undefined : vault;
  }
}
