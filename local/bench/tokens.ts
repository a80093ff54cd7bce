/** Tokens of a generated stack: each with the four keys that it needs, and no instance URL. */
export function generatedTokens(count: number): readonly Readonly<Record<string, string>>[] {
  return Array.from({ length: count }, (_, index) => ({
    secretName: `token-${index}`,
    tokenUrl: "https://login.example.com/oauth2/token",
    clientId: `client-${index}`,
    clientSecretName: `client-secret-${index}`,
    instanceUrl: "none",
  }));
}
