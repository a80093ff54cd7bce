/** The problem with a text that should be an OAuth scope: scope-token of RFC 6749, appendix A.4. */
export function scopeProblem(text: string): string | undefined {
  return /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(text)
    ? undefined
    : 'is not a valid scope (value not shown). Expected printable ASCII values without " and \\, separated by single spaces.';
}
