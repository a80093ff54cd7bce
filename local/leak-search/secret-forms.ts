/** How a secret was written where it was found, apart from what was around it. */
export type SecretForm = "plain" | "base64" | "base64url" | "hex";

/** The strings that show that a secret is there, each with how it is written. */
export function secretForms(secret: string): ReadonlyMap<string, SecretForm> {
  const forms = new Map<string, SecretForm>();
  const add = (needle: string, form: SecretForm) => {
    if (!forms.has(needle)) forms.set(needle, form);
  };
  add(secret, "plain");
  // What is encoded as a whole may hold the secret escaped: OAuth's Basic credentials do (RFC 6749, section 2.3.1).
  for (const text of new Set([secret, ...escapedForms(secret)])) {
    const bytes = Buffer.from(text, "utf8");
    for (const offset of [0, 1, 2]) {
      const base64 = base64Within(bytes, offset);
      add(base64, "base64");
      add(base64.replaceAll("+", "-").replaceAll("/", "_"), "base64url");
    }
    add(bytes.toString("hex"), "hex");
    add(bytes.toString("hex").toUpperCase(), "hex");
  }
  return forms;
}

function escapedForms(secret: string): readonly string[] {
  const percent = encodeURIComponent(secret);
  return [
    percent,
    percent.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    new URLSearchParams([["", secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** The characters that `bytes` alone decide, in the base64 of a text in which they come `offset` bytes (mod 3) in. */
function base64Within(bytes: Buffer, offset: number): string {
  const base64 = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  return base64.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
