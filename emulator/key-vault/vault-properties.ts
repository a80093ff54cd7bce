/** Properties of a vault in Azure Resource Manager. */
export interface VaultProperties {
  readonly name: string;
  /** The vault's id in Azure Resource Manager. */
  readonly id: string;
  /** 7 to 90. */
  readonly softDeleteRetentionInDays: number;
  readonly enablePurgeProtection: boolean;
}

/** @throws {Error} for a retention that no vault can have */
export function checkedProperties(properties: VaultProperties): VaultProperties {
  const { name, softDeleteRetentionInDays: days } = properties;
  if (Number.isInteger(days) && days >= 7 && days <= 90) return properties;
  throw new Error(`softDeleteRetentionInDays of vault '${name}' is ${days}; it must be a whole number from 7 to 90.`);
}

/** Returns the end of the retention of a deleted secret, or of the deleted vault. */
export function retentionEnd({ softDeleteRetentionInDays }: VaultProperties, deletedDate: Date): Date {
  return new Date(deletedDate.getTime() + softDeleteRetentionInDays * 24 * 3600_000);
}
