import program from "../../index";
import { captureRuntime } from "../../local/deployment";
import type { Construction } from "../construction/construct";
import { construct } from "../construction/construct";
import { stackConfiguration } from "../stack-configuration";

/**
 * Constructs the whole program from settings; what it logs stays out of the tests' output.
 *
 * @param options.before runs between the setting of the mocks and the program
 */
export async function constructed(
  settings: Readonly<Record<string, unknown>>,
  {
    preview = false,
    azureNative = {},
    before,
  }: { preview?: boolean; azureNative?: Record<string, string>; before?: () => void } = {},
): Promise<Construction & { readonly log: readonly string[] }> {
  const log: string[] = [];
  const release = captureRuntime({
    log: (line) => void log.push(line),
    failure: (error) => {
      throw error;
    },
  });
  try {
    const construction = await construct(
      () => {
        before?.();
        return program();
      },
      { preview, configuration: stackConfiguration(settings, azureNative) },
    );
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
