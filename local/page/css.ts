/** Marks a style sheet for formatters. It is taken as it is. */
export const css = String.raw;
