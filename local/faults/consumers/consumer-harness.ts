import type { Run } from "../../../emulator/logic-apps";
import type { Org } from "../../../emulator/salesforce";
import type { Message } from "../../../emulator/service-bus";
import { findGrants, waitForGrants, withoutGrants } from "../../proofs/grants";
import { endSessions, refreshOf } from "../../stack/consumer-actions";
import type { ControlledStack } from "../../stack/controlled-stack";
import type { DeployedConsumer, DeployedRefresh } from "../../stack/local-stack";
import type { SentMessage, SentRecord } from "../../stack/salesforce/record-source";
import { refreshNow } from "../../stack/refresh-at-next-slot";
import { runNow } from "../../stack/run-at-next-slot";
import type { VaultAdministrator } from "../vault-administrator";
import type { ConsumerFaultStack } from "./consumer-fault-stack";

const minutes = 60_000;

/** One consumer of a stack, to process messages under faults. Each harness is one fault's. */
export class ConsumerHarness {
  readonly stack: ControlledStack;
  readonly consumer: DeployedConsumer;
  readonly refresh: DeployedRefresh;
  readonly org: Org;
  readonly administrator: VaultAdministrator;
  /** The messages that were sent. */
  readonly sent: SentMessage[] = [];

  constructor({ stack, consumer, administrator }: ConsumerFaultStack) {
    this.stack = stack;
    this.consumer = consumer;
    this.refresh = refreshOf(stack, consumer);
    this.org = consumer.org.org;
    this.administrator = administrator;
  }

  /** Sends a message of new records. @param count @default 2 */
  send(count = 2): SentMessage {
    return this.sendRecords(this.records(count));
  }

  /** Makes new records. */
  records(count: number): readonly SentRecord[] {
    return this.stack.source.records([this.consumer], count);
  }

  /** Sends a message of records. @param changes to the message. @default none */
  sendRecords(records: readonly SentRecord[], changes: Partial<Message> = {}): SentMessage {
    const message = this.stack.source.sendRecords(this.consumer, records, changes);
    this.sent.push(message);
    return message;
  }

  /** Runs the consumer at its next slots, one a minute. */
  async slots(count: number): Promise<void> {
    for (let slot = 0; slot < count; slot += 1) {
      await this.wait(1);
      await this.run();
    }
  }

  /** Runs the consumer now. */
  run(): Promise<Run> {
    return runNow(this.stack, this.consumer);
  }

  /** Refreshes the token now. */
  refreshToken(): Promise<Run> {
    return refreshNow(this.stack, this.refresh);
  }

  /** Ends every session, as an administrator of Salesforce would. */
  endSessions(): Promise<void> {
    return endSessions(this.stack, this.consumer);
  }

  /** Lets minutes pass. */
  wait(count: number): Promise<void> {
    return this.stack.clock.wait(count * minutes);
  }

  /** Takes away what the consumer is granted at a scope, while something is done. */
  async withoutGrant(scope: string, work: () => Promise<unknown>): Promise<void> {
    const { arm } = this.stack.azure;
    const grants = findGrants(arm, this.consumer.principalId).filter(({ id }) =>
      id.toLowerCase().startsWith(`${scope}/providers/microsoft.authorization/`.toLowerCase()),
    );
    if (grants.length === 0) throw new Error(`Nothing is granted at ${scope}.`);
    await withoutGrants(arm, grants, work);
    await waitForGrants(this.stack);
  }
}
