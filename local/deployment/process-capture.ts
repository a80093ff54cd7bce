const runtimeLine = /^(debug|info|warning|error): \[runtime\] /;

/**
 * Takes over what Pulumi's runtime, without an engine, gives to the process: its log, which it prints, and failures in
 * the program's own callbacks, which come as unhandled rejections.
 *
 * @returns takes everything back
 */
export function captureRuntime(on: {
  readonly log: (line: string) => void;
  readonly failure: (error: unknown) => void;
}): () => void {
  const giveBack = (["log", "warn", "error"] as const).map((method) => {
    const { [method]: original } = console;
    console[method] = (...values: unknown[]) => {
      const [first] = values;
      if (typeof first === "string" && runtimeLine.test(first)) on.log(first.replace("[runtime] ", ""));
      else original.apply(console, values);
    };
    return () => {
      console[method] = original;
    };
  });
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", on.failure);
  return () => {
    process.off("unhandledRejection", on.failure);
    for (const listener of listeners) process.on("unhandledRejection", listener);
    for (const restore of giveBack) restore();
  };
}
