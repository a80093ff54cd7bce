/** The problem with a text that should be an OAuth client ID: VSCHAR of RFC 6749, appendix A.1. */
export function clientIdProblem(text: string): string | undefined {
  return /^[\x20-\x7e]{1,512}$/.test(text)
    ? undefined
    : "is not a valid client ID (value not shown). Expected 1 to 512 printable ASCII characters.";
}
