/** A credential that is known by what it looks like. */
interface CredentialShape {
  /** For people; never the credential itself. */
  readonly name: string;
  readonly pattern: RegExp;
  /** Confirms a match of the pattern. @default every match counts */
  readonly confirms?: (found: string) => boolean;
}

/** Formats as their issuers publish them, for secret scanners among others. */
const shapes: readonly CredentialShape[] = [
  { name: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { name: "a JSON web token", pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/ },
  { name: "the signature of a shared access signature", pattern: /(?:^|[?&;\s])sig=[\w%+/=-]{16,}/i },
  { name: "the key of a function", pattern: /(?:^|[?&\s])code=[\w%+/=-]{20,}/i },
  { name: "an account key", pattern: /\b(?:Account|SharedAccess|Access|Shared)Key=[\w+/=]{16,}/i },
  { name: "a password of a connection string", pattern: /(?:^|;)\s*(?:Password|Pwd)\s*=\s*[^;{}\s]{4,}/i },
  { name: "a user's password in an address", pattern: /:\/\/[^\s/:@{}]+:[^\s/:@{}]+@(?!\{)/ },
  { name: "a bearer token", pattern: /\bBearer\s+[\w.~+/=-]{16,}/ },
  {
    name: "credentials of HTTP's Basic scheme",
    pattern: /\bBasic\s+[A-Za-z0-9+/]{8,}={0,2}(?![\w-])/,
    confirms: (found) => /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(Buffer.from(found.slice(6), "base64").toString("latin1")),
  },
  { name: "a client secret of Microsoft Entra ID", pattern: /(?:^|[^\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w.~-])/ },
  {
    name: "an Azure key that names its service",
    // Looking back from the service's mark takes time in proportion to a long text, looking for what precedes it does not.
    pattern: /(?:AzFu|AzSe|AzCa|ACDb|AIoT|AzEG|AEh[a-z]|ASt|APIM)(?<=[\w+/]{43})[\w+/]{5,}={0,2}/,
  },
  { name: "a session id of Salesforce", pattern: /\b00D[A-Za-z0-9]{12,15}![\w.]{20,}/ },
  { name: "a token of GitHub", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/ },
  { name: "a token of GitLab", pattern: /\bglpat-[\w-]{20,}/ },
  { name: "a token of Slack", pattern: /\bxox[abeoprs]-[\w-]{10,}/ },
  {
    name: "the address of an incoming webhook",
    pattern:
      /\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w{16,}|\.webhook\.office\.com\/webhookb2\/[^\s"']{36,}\/IncomingWebhook\/\w{16,}|\bdiscord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}/i,
  },
  { name: "an access key of AWS", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { name: "an API key of Google", pattern: /\bAIza[\w-]{30,}/ },
  { name: "a key of Stripe", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/ },
  { name: "a key of SendGrid", pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { name: "a token of npm", pattern: /\bnpm_[A-Za-z0-9]{30,}/ },
  { name: "a token of Pulumi", pattern: /\bpul-[0-9a-f]{40}/ },
];

/** Names the kind of credential that a text contains, by its known shape; undefined if there is none. */
export function knownShape(text: string): string | undefined {
  return shapes.find(({ pattern, confirms }) => {
    const [found] = pattern.exec(text) ?? [];
    return found !== undefined && (confirms === undefined || confirms(found));
  })?.name;
}
