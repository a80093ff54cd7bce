/** One thing that went wrong in a deployment. */
export interface DeploymentFailure {
  /** The resource or look-up; absent where it was the program itself. */
  readonly of?: { readonly type: string; readonly name?: string };
  readonly error: unknown;
}

/** A deployment that failed, with everything that went wrong in it. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";

  constructor(readonly failures: readonly DeploymentFailure[]) {
    super(failures.map(describe).join("\n"), { cause: failures[0]?.error });
  }
}

function describe({ of, error }: DeploymentFailure): string {
  const message = error instanceof Error ? error.message : String(error);
  if (of === undefined) return message;
  return `${of.type}${of.name === undefined ? "" : ` "${of.name}"`}: ${message}`;
}
