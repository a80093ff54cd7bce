const key = "token";

/**
 * Takes the token from the address bar, where it would stay in sight and in the history, and keeps it for this tab alone,
 * so that a reload works. Storage is by origin: the page of a later run, at another port, does not see it.
 *
 * @returns undefined in a tab that was opened without the token
 */
export function takeToken(): string | undefined {
  const given = location.hash.slice(1);
  if (given !== "") {
    sessionStorage.setItem(key, given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(key) ?? undefined;
}
