import { randomUUID } from "node:crypto";
import type { Run } from "../../emulator/logic-apps";
import { json, type HttpAnswer, type ReceivedRequest } from "../../emulator/network";
import type { DeployedRefresh } from "../stack/local-stack";
import { refreshNow } from "../stack/refresh-at-next-slot";
import { requireRefresh, type ControlledStack } from "../stack/controlled-stack";
import type { Combination } from "./combination";
import { withVaultReplaced, type Answers } from "./replace-vault";
import type { ScriptedTokenServer } from "./scripted-token-server";
import type { VaultAdministrator } from "./vault-administrator";

/** Response of a token server; undefined if it is unreachable. */
export type TokenAnswer = HttpAnswer | (() => HttpAnswer | Promise<HttpAnswer>) | undefined;

/** One token of a stack, to be refreshed under faults. Each harness is one fault's. */
export class FaultHarness {
  /** Requests that reached the token server. */
  readonly requests: ReceivedRequest[] = [];
  /** Values that must show nowhere. */
  readonly canaries: string[] = [];
  readonly refresh: DeployedRefresh;

  constructor(
    readonly stack: ControlledStack,
    readonly combination: Combination,
    readonly administrator: VaultAdministrator,
    private readonly tokenServer: ScriptedTokenServer,
  ) {
    this.refresh = requireRefresh(stack, tokenSecretName(combination));
  }

  get secretName(): string {
    return this.refresh.token.secretName;
  }

  /** A good answer with values of its own, for two hours. */
  freshToken(changes: object = {}): HttpAnswer {
    return json(200, { access_token: this.canary("access"), token_type: "Bearer", expires_in: 7200, ...changes });
  }

  /** A value that must show nowhere. */
  canary(kind: string): string {
    const value = `canary-${kind}-${randomUUID()}`;
    this.canaries.push(value);
    return value;
  }

  /** Refreshes at the next slot of the recurrence. */
  async atNextSlot(...answer: readonly [TokenAnswer] | readonly []): Promise<Run> {
    this.advanceToSlot();
    return this.now(...answer);
  }

  /** Refreshes now. */
  now(...answer: readonly [TokenAnswer] | readonly []): Promise<Run> {
    return this.answering(answer.length === 0 ? () => this.freshToken() : answer[0], () =>
      refreshNow(this.stack, this.refresh),
    );
  }

  /** Lets the token server answer while something is done. */
  async answering<T>(answer: TokenAnswer, work: () => Promise<T>): Promise<T> {
    const { result, requests } = await this.tokenServer.while(answer, work);
    this.requests.push(...requests);
    return result;
  }

  /** Lets something else answer in place of the vault, or nothing, at the next slot. */
  vaultAnswers(answers: Answers | undefined): Promise<Run> {
    return withVaultReplaced(this.stack, answers, () => this.atNextSlot());
  }

  /** Lets the clock pass slots without a run. */
  skipSlots(count: number): void {
    for (let slot = 0; slot < count; slot += 1) this.advanceToSlot();
  }

  /** Lets time pass. */
  advance(milliseconds: number): void {
    const { clock } = this.stack;
    clock.advanceTo(new Date(clock.now().getTime() + milliseconds));
  }

  private advanceToSlot(): void {
    const { clock, azure } = this.stack;
    // Slots are on whole seconds: from now on, and not now itself.
    const slot = azure.logicApps.nextSlot(this.refresh.id, new Date(clock.now().getTime() + 1_000));
    if (slot !== undefined) clock.advanceTo(slot);
  }
}

/** The name of a combination's token. */
export function tokenSecretName({ grant, writePath }: Combination): string {
  return `${grant.replaceAll("_", "-")}-${writePath}`;
}
