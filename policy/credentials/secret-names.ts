/** Last words of names that say "this is a credential". */
const lastWords = new Set(
  (
    "password passwd pwd passphrase secret token credential credentials apikey accesskey accountkey sharedkey " +
    "privatekey functionkey subscriptionkey connectionstring sas sastoken jwt pfx"
  ).split(" "),
);
/** Two last words that say so together. */
const lastPairs = new Set(
  (
    "api key, access key, account key, shared key, private key, function key, host key, master key, primary key, " +
    "secondary key, subscription key, signing key, encryption key, storage key, functions key, connection string, " +
    "client assertion, sas url, bearer header, auth key, secret key, session id, service key, license key"
  ).split(", "),
);
/** Endings of names without capitals or separators between their words, such as `OPENAIAPIKEY`. */
const endings =
  /(?:api|access|account|shared|secret|private|subscription|function|master|auth|storage)key$|password$|passwd$|(?:access|refresh|auth|bearer|sas|id)token$|clientsecret$|connectionstring$/;
/** Words behind the one that counts: `clientSecretValue`, `password1`. */
const trailing = /^(value|text|plain|raw|old|new|current|\d+)$/;

/**
 * Checks whether a name is that of a credential, by its last words: `clientSecret` and `api-key` are, `secretName`,
 * `tokenUrl` and `allowedSecretNames` are not.
 */
export function isCredentialName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= knownAtMost) known.clear();
  const is = saysCredential(name);
  known.set(name, is);
  return is;
}

/** Names of a stack's properties are few, and asked about often. */
const known = new Map<string, boolean>();
const knownAtMost = 4096;

function saysCredential(name: string): boolean {
  const words = splitWords(name);
  while (words.length > 1 && trailing.test(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1) ?? "";
  return lastWords.has(last) || lastPairs.has(`${words.at(-2) ?? ""} ${last}`) || endings.test(last);
}

function splitWords(name: string): string[] {
  return name
    .slice(0, 200)
    .replaceAll(/([a-z])([A-Z])|([A-Za-z])(?=\d)/g, "$1$3 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
