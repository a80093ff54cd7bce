import program from "../../index";
import { captureRuntime } from "../../local/deployment";
import type { Construction } from "../construction/construct";
import { construct } from "../construction/construct";
import { stackConfiguration } from "../stack-configuration";

/** Constructs the whole program from settings; what it logs stays out of the tests' output. */
export async function constructed(
  settings: Readonly<Record<string, unknown>>,
  { preview = false, azureNative = {} }: { preview?: boolean; azureNative?: Record<string, string> } = {},
): Promise<Construction & { readonly log: readonly string[] }> {
  const log: string[] = [];
  const release = captureRuntime({
    log: (line) => void log.push(line),
    failure: (error) => {
      throw error;
    },
  });
  try {
    const configuration = stackConfiguration(settings, azureNative);
    const construction = await construct(program, { preview, configuration });
    return { ...construction, log };
  } finally {
    release();
  }
}

/** Azure's resources as `type name`, in the order of the alphabet. */
export function azureResources({ resources }: Construction): readonly string[] {
  return resources
    .filter(({ type }) => type.startsWith("azure-native:"))
    .map(({ type, name }) => `${type.split(":").slice(1).join(":")} ${name}`)
    .sort();
}
