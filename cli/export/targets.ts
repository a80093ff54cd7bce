/** Targets of an export. */
export const targets = ["power-platform", "openapi", "api-management", "standard"] as const;
export type Target = (typeof targets)[number];

/** The page of each target, with what to do with its files. */
export const guides: Readonly<Record<Target, string>> = {
  "power-platform": "docs/designers/power-platform.md",
  openapi: "docs/designers/portal.md",
  "api-management": "docs/designers/api-management.md",
  standard: "docs/designers/standard.md",
};
