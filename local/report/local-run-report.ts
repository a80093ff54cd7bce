/** What a check expected and what it saw. */
export interface Check {
  readonly claim: string;
  readonly expected: string;
  readonly seen: string;
  readonly held: boolean;
}

/** A check with its control: with the thing granted or planted, the check must notice. */
export interface Proof extends Check {
  readonly id: string;
  readonly control: Check;
}

/** One action of a run, as its history has it. */
export interface ReportedAction {
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly code?: string;
  /** Since the start of the run. */
  readonly offsetMilliseconds: number;
  readonly durationMilliseconds: number;
  readonly attempts: number;
  /** What the history does not show. */
  readonly secured: "inputs and outputs" | "inputs" | "outputs" | "no";
}

/** One run of a workflow. */
export interface ReportedRun {
  readonly workflow: string;
  readonly trigger: string;
  readonly status: string;
  readonly code?: string;
  /** ISO 8601 */
  readonly startTime: string;
  readonly billableActions: number;
  readonly actions: readonly ReportedAction[];
}

/** One version of a secret, without its value. */
export interface ReportedSecretVersion {
  /** `https://{vault}.vault.azure.net/secrets/{name}/{version}` */
  readonly id: string;
  readonly enabled: boolean;
  /** ISO 8601 */
  readonly exp?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The result of `npm start`. */
export interface LocalRunReport {
  readonly version: 1;
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly { readonly type: string; readonly name: string; readonly id: string }[];
  /** What the program set and azure-native would not send. */
  readonly droppedProperties: readonly { readonly resource: string; readonly property: string }[];
  readonly notes: readonly string[];
  readonly runs: readonly ReportedRun[];
  /** Of the first refresh of each token, trigger and relay included. */
  readonly costs: readonly {
    readonly secretName: string;
    readonly billableActions: number;
    readonly intervalMinutes: number;
  }[];
  readonly secrets: readonly { readonly name: string; readonly versions: readonly ReportedSecretVersion[] }[];
  readonly proofs: readonly Proof[];
  /** The stack's outputs; a secret one is "[secret]". */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What the policy pack says of what was deployed. */
  readonly policy: {
    /** Number of resources that were looked at. */
    readonly resources: number;
    readonly findings: readonly {
      readonly rule: string;
      readonly level: string;
      /** Logical name, or "the stack". */
      readonly resource: string;
      readonly message: string;
    }[];
    readonly declaredReasons: readonly { readonly resource: string; readonly reason: string }[];
  };
  readonly seconds: number;
  readonly peakMemoryMegabytes: number;
  /** Whether every proof and every control held, and the policy pack finds nothing mandatory. */
  readonly held: boolean;
}
