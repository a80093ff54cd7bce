import type { ReportedGrant } from "./reported-grant";
import type { ReportedRun } from "./reported-run";

/** A check with its expected and its observed result. */
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

/** One version of a secret, without its value. */
export interface ReportedSecretVersion {
  /** Its URL: `/secrets/{name}/{version}` at the vault. */
  readonly id: string;
  readonly enabled: boolean;
  /** ISO 8601 */
  readonly exp?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A deployed Logic App. */
export interface ReportedWorkflow {
  readonly name: string;
  /** Purpose in the stack. */
  readonly role: "refresh" | "relay" | "consumer";
  /** Object ID of its identity. */
  readonly principalId: string;
  /** The workflow definition, in which values of parameters do not stand. */
  readonly definition: unknown;
}

/** The result of `npm start`. */
export interface LocalRunReport {
  readonly version: 1;
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly { readonly type: string; readonly name: string; readonly id: string }[];
  /** Properties that the program set and azure-native does not send. */
  readonly droppedProperties: readonly { readonly resource: string; readonly property: string }[];
  readonly notes: readonly string[];
  readonly workflows: readonly ReportedWorkflow[];
  readonly runs: readonly ReportedRun[];
  /** Runs of consumers whose session Salesforce had ended, with those that they started: costs are measured by them. */
  readonly renewals: readonly ReportedRun[];
  /** Cost of the first refresh of each token, including trigger and relay. */
  readonly costs: readonly {
    readonly secretName: string;
    readonly billableActions: number;
    readonly intervalMinutes: number;
  }[];
  /** What became of the messages that were sent to each consumer. */
  readonly consumers: readonly {
    readonly name: string;
    readonly sent: number;
    readonly completed: number;
    /** Waiting or locked. */
    readonly waiting: number;
    readonly deadLettered: number;
    /** Records of its object in Salesforce. */
    readonly records: number;
  }[];
  /** Billable actions of a consumer's runs, without those of the refreshes that they start. */
  readonly consumerCosts: readonly {
    readonly name: string;
    /** A run that receives no message. */
    readonly idle: number;
    /** A run with one message, of up to 200 records. */
    readonly oneMessage: number;
    /** Each message more of the same run. */
    readonly furtherMessage: number;
    /** A run whose session Salesforce has ended. */
    readonly endedSession: number;
    readonly intervalMinutes: number;
  }[];
  readonly secrets: readonly { readonly name: string; readonly versions: readonly ReportedSecretVersion[] }[];
  /** What identities may do: those of the Logic Apps, then others. */
  readonly grants: readonly ReportedGrant[];
  readonly proofs: readonly Proof[];
  /** The stack's outputs; a secret one is "[secret]". */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Evaluation of the deployed stack by the policy pack. */
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
  /** True if every proof and control holds, and the policy pack has no mandatory finding. */
  readonly held: boolean;
}
