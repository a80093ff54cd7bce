import { clouds, type Cloud } from "../../azure";
import type { Clock } from "../clock";
import type { Entra } from "../entra";
import { answerWith, type HttpAnswer, type Network, type ReceivedRequest } from "../network";
import { defaultReadings, type Readings } from "../provenance";
import { answerRequest } from "./endpoint";
import { Backups } from "./backups";
import { checkedName, checkedValue } from "./read-parameters";
import type { Authorize } from "./secret-access";
import { versionId } from "./secret-bundle";
import type { Vault } from "./vault";
import type { VaultProperties } from "./vault-properties";
import { Vaults } from "./vaults";

/** A version of a secret, without its value. */
interface SecretVersion {
  /** Its URL. */
  readonly id: string;
  /** 32 hexadecimal digits. */
  readonly version: string;
  readonly enabled: boolean;
  readonly created: Date;
  readonly exp?: Date;
  readonly nbf?: Date;
  readonly contentType?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Azure Key Vault: vaults, and their secrets at their hosts in the cloud. Names ignore case. */
export interface KeyVault {
  /** Creates a vault, or changes the properties of one. @throws {Error} where a deleted vault has the name */
  putVault(properties: VaultProperties): void;
  /** Deletes a vault softly: its name stays taken for the retention. @throws {Error} where there is no such vault */
  deleteVault(name: string): void;
  /** Brings a deleted vault back with its secrets. @throws {Error} where there is no such deleted vault */
  recoverVault(name: string): void;
  /** Purges a deleted vault. @throws {Error} where there is no such deleted vault, or it has purge protection */
  purgeVault(name: string): void;
  isNameTaken(name: string): "no" | "live" | "deleted";
  /**
   * Adds a secret without an authorization check.
   * @throws {Error} where there is no such vault, or Key Vault would not take the secret
   */
  seedSecret(vaultName: string, secretName: string, value: string): void;
  /** Lists the versions, oldest first; none for an unknown name. @throws {Error} where there is no such vault */
  versions(vaultName: string, secretName: string): readonly SecretVersion[];
  /** Lists the names in alphabetical order, without deleted secrets. @throws {Error} where there is no such vault */
  secretNames(vaultName: string): readonly string[];
  /** Every value ever stored in any vault. For leak searches. */
  values(): readonly string[];
}

/** Options of Key Vault. */
interface KeyVaultOptions {
  /** @default the public cloud */
  readonly cloud?: Cloud;
  readonly network: Pick<Network, "serve" | "unserve">;
  readonly clock: Clock;
  readonly entra: Entra;
  /** @default the best supported alternatives */
  readonly readings?: Readings;
  /** Called for each request. */
  readonly authorize: Authorize;
  /** Answers in place of Key Vault, before any check, as an outage would. @default Key Vault answers */
  readonly intercept?: (request: ReceivedRequest) => HttpAnswer | undefined | Promise<HttpAnswer | undefined>;
}

/** Serves each vault by its host name as long as it is there; the host of any other does not resolve. */
export function createKeyVault({
  cloud = clouds.public,
  network,
  clock,
  intercept,
  ...options
}: KeyVaultOptions): KeyVault {
  const values = new Set<string>();
  const vaults = new Vaults(clock, values, cloud);
  const services = { readings: defaultReadings, ...options, backups: new Backups() };
  const serve = (vault: Vault): void => {
    network.serve(
      vault.host,
      answerWith(async (request) => (await intercept?.(request)) ?? answerRequest(vault, request, services)),
    );
  };
  return {
    putVault: (properties) => {
      if (vaults.state(properties.name) === "live") vaults.live(properties.name).properties = properties;
      else serve(vaults.add(properties));
    },
    deleteVault: (name) => {
      network.unserve(vaults.delete(name).host);
    },
    recoverVault: (name) => {
      serve(vaults.recover(name));
    },
    purgeVault: (name) => {
      vaults.purge(name);
    },
    isNameTaken: (name) => vaults.state(name),
    seedSecret: (vaultName, secretName, value) => {
      vaults.live(vaultName).secrets.set(checkedName(secretName), checkedValue(value), {});
    },
    versions: (vaultName, secretName) => versionsOf(vaults.live(vaultName), secretName),
    secretNames: (vaultName) => {
      const names = vaults
        .live(vaultName)
        .secrets.all()
        .map(({ name }) => name);
      return names.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    },
    values: () => [...values],
  };
}

function versionsOf(vault: Vault, secretName: string): readonly SecretVersion[] {
  const secret = vault.secrets.all().find(({ name }) => name.toLowerCase() === secretName.toLowerCase());
  return (secret?.versions ?? []).map(({ version, enabled, created, contentType, tags = {}, nbf, exp }) => ({
    id: versionId(vault, secret?.name ?? secretName, version),
    version,
    enabled,
    created,
    tags,
    ...(contentType === undefined ? {} : { contentType }),
    ...(nbf === undefined ? {} : { nbf: new Date(nbf * 1000) }),
    ...(exp === undefined ? {} : { exp: new Date(exp * 1000) }),
  }));
}
