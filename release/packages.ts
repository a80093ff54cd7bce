import { join } from "node:path";

/** A package that others install. */
export interface ReleasedPackage {
  /** Folder in the repository. */
  readonly folder: string;
  /** Modules of the package by the name of their file in `dist/`, as paths in the repository. */
  readonly entryPoints: Readonly<Record<string, string>>;
  /** Module whose types are declared in one file. @default the package has no types */
  readonly types?: string;
  /** Whether classes keep their names, though another of the same name is bundled with them. */
  readonly keepNames: boolean;
  /** Largest size in KB, unpacked. */
  readonly largestSize: number;
}

/** The packages, by the names of their folders. */
export const releasedPackages = {
  library: {
    folder: "library",
    entryPoints: { index: "library/index.ts" },
    types: "library/index.ts",
    keepNames: true,
    largestSize: 600,
  },
  policy: {
    folder: "policy",
    entryPoints: { index: "policy/index.ts", report: "cli/policy-package.ts" },
    keepNames: false,
    largestSize: 3_000,
  },
} as const satisfies Readonly<Record<string, ReleasedPackage>>;

/** Name of a package's folder. */
export type PackageName = keyof typeof releasedPackages;

/** Folder of the repository. */
export const repository = join(__dirname, "..");
