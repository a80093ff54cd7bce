import { answerFrom, type ServiceAnswer } from "../network";
import { byDefault } from "../provenance";
import { behaviours } from "./behaviours";
import { KeyVaultError } from "./errors";

/**
 * A page of a list, in the order of keys, with a link to the next one where there is more.
 *
 * @param url of the request; says how many are wanted (`maxresults`) and after which (`$skiptoken`)
 * @throws {KeyVaultError} 400
 */
export function page<T>(
  url: URL,
  items: readonly T[],
  key: (item: T) => string,
  show: (item: T) => object,
): ServiceAnswer {
  const size = pageSize(url.searchParams.get("maxresults"));
  const after = url.searchParams.get("$skiptoken");
  const last = after === null ? "" : Buffer.from(after, "base64url").toString();
  const rest = items
    .map((item) => ({ item, key: key(item) }))
    .filter((keyed) => keyed.key > last)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, size);
  const end = shown.at(-1);
  const value = shown.map(({ item }) => show(item));
  if (end === undefined || rest.length === shown.length)
    return answerFrom(behaviours.answered, { value, nextLink: null });
  const skipToken = Buffer.from(end.key).toString("base64url");
  const version = url.searchParams.get("api-version") ?? "";
  const query = `api-version=${version}&$skiptoken=${skipToken}&maxresults=${size}`;
  return answerFrom(behaviours.answered, { value, nextLink: `${url.origin}${url.pathname}?${query}` });
}

function pageSize(maxresults: string | null): number {
  if (maxresults === null) return byDefault(behaviours.pageSize);
  const longest = behaviours.pageSize.value;
  const size = Number(maxresults);
  if (/^\d+$/.test(maxresults) && size >= 1 && size <= longest) return size;
  throw new KeyVaultError(
    behaviours.invalidPageSize,
    `maxresults is '${maxresults}'; it must be from 1 to ${longest}.`,
  );
}
