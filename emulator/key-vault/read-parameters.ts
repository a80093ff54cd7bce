import { isObject, type JsonObject } from "../../definition/json";
import { follow, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { KeyVaultError, malformedBody } from "./errors";
import type { VersionProperties } from "./secret-store";

const longestTag = 512;

/**
 * The body of Set Secret. A value may have 25,600 bytes: Key Vault's documents say "25k bytes" and no more.
 * https://learn.microsoft.com/azure/key-vault/secrets/about-secrets
 *
 * @throws {KeyVaultError} 400 or 415, naming the property, never the value
 */
export function readSetParameters(
  contentType: string,
  body: string,
  readings: Readings,
): { value: string; properties: VersionProperties } {
  const { value, ...rest } = readBody(contentType, body, ["value", "contentType", "tags", "attributes"]);
  return { value: checkedValue(value), properties: versionProperties(rest, readings) };
}

/** The body of Update Secret. @throws {KeyVaultError} 400 or 415 */
export function readUpdateParameters(contentType: string, body: string, readings: Readings): VersionProperties {
  return versionProperties(readBody(contentType, body, ["contentType", "tags", "attributes"]), readings);
}

/** The backup in the body of Restore Secret. @throws {KeyVaultError} 400 or 415 */
export function readRestoreParameters(contentType: string, body: string): string {
  const { value } = readBody(contentType, body, ["value"]);
  if (typeof value !== "string") throw malformedBody("Property value is required and must be a string.");
  return value;
}

/** A value that Key Vault takes. @throws {KeyVaultError} 400 */
export function checkedValue(value: unknown): string {
  if (typeof value !== "string") throw malformedBody("Property value is required and must be a string.");
  if (Buffer.byteLength(value) > 25_600) {
    throw new KeyVaultError(behaviours.valueTooLong, "Property value is longer than 25600 bytes (25 KB).");
  }
  return value;
}

/** A name that Key Vault takes. @throws {KeyVaultError} 400 */
export function checkedName(name: string): string {
  if (/^[0-9a-zA-Z-]{1,127}$/.test(name)) return name;
  const message = `The request URI contains an invalid name: ${name}. A name has 1 to 127 letters, digits and hyphens.`;
  throw new KeyVaultError(behaviours.invalidName, message);
}

function readBody(contentType: string, body: string, known: readonly string[]): JsonObject {
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new KeyVaultError(behaviours.wrongContentType, "The body's Content-Type must be application/json.");
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    // The cause is left out: it quotes the body.
    throw malformedBody("The request body is not valid JSON.");
  }
  return readObject("The request body", parsed, known);
}

function readObject(what: string, value: unknown, known?: readonly string[]): JsonObject {
  if (!isObject(value)) throw malformedBody(`${what} must be an object.`);
  const unknown = Object.keys(value).find((name) => known?.includes(name) === false);
  if (unknown !== undefined) {
    throw malformedBody(
      `${what} has a property '${unknown}' that cannot be set; known are ${known?.join(", ") ?? ""}.`,
    );
  }
  return value;
}

function versionProperties({ contentType, tags, attributes }: JsonObject, readings: Readings): VersionProperties {
  if (contentType !== undefined && (typeof contentType !== "string" || contentType.length > 255)) {
    throw new KeyVaultError(
      behaviours.contentTypeTooLong,
      "Property contentType must be a string of at most 255 characters.",
    );
  }
  return {
    ...(contentType === undefined ? {} : { contentType }),
    ...(tags === undefined ? {} : { tags: readTags(tags) }),
    ...(attributes === undefined ? {} : readAttributes(attributes, readings)),
  };
}

function wrongTags(message: string): KeyVaultError {
  return new KeyVaultError(behaviours.tooManyTags, message);
}

function readTags(value: unknown): Readonly<Record<string, string>> {
  const tags = Object.entries(readObject("Property tags", value));
  if (tags.length > 15) throw wrongTags(`Property tags has ${tags.length} tags; 15 are allowed.`);
  return Object.fromEntries(
    tags.map(([name, tag]) => {
      if (name.length > longestTag) throw wrongTags(`A tag's name has more than ${longestTag} characters.`);
      if (typeof tag !== "string" || tag.length > longestTag) {
        throw wrongTags(`Tag '${name}' must be a string of at most ${longestTag} characters.`);
      }
      return [name, tag];
    }),
  );
}

function readAttributes(value: unknown, readings: Readings): VersionProperties {
  const { enabled, nbf, exp } = readObject("Property attributes", value, ["enabled", "nbf", "exp"]);
  if (enabled !== undefined && typeof enabled !== "boolean") {
    throw malformedBody("Property attributes.enabled must be true or false.");
  }
  return {
    ...(enabled === undefined ? {} : { enabled }),
    ...(nbf === undefined ? {} : { nbf: readUnixTime("nbf", nbf, readings) }),
    ...(exp === undefined ? {} : { exp: readUnixTime("exp", exp, readings) }),
  };
}

/** The last seconds that a time can have: of the year 9999, and of a signed integer of 32 bits. */
const latest = { year9999: 253_402_300_799, year2038: 2_147_483_647 } satisfies Record<Readings["farExpiry"], number>;

function readUnixTime(name: string, value: unknown, readings: Readings): number {
  const isTime = typeof value === "number" && Number.isInteger(value) && value >= 0;
  if (isTime && value <= latest[follow(readings, "farExpiry")]) return value;
  throw malformedBody(`Property attributes.${name} must be a whole number of seconds since 1970-01-01T00:00:00Z.`);
}
