/** The problem with a text that should be an OAuth client ID: VSCHAR of RFC 6749, appendix A.1. */
export function clientIdProblem(text: string): string | undefined {
  return identifierProblem(text, "client ID");
}

/** The problem with a text that should be the ID of an account. */
export function accountIdProblem(text: string): string | undefined {
  return identifierProblem(text, "account ID");
}

function identifierProblem(text: string, kind: string): string | undefined {
  if (text.trim() !== text) return "has blanks around it (value not shown). Remove them.";
  return /^[\x20-\x7e]{1,512}$/.test(text)
    ? undefined
    : `is not a valid ${kind} (value not shown). Expected 1 to 512 printable ASCII characters.`;
}
