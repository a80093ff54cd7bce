import type { CloudName } from "../../azure";
import { ControlledClock } from "../../emulator/clock";
import { accountsConsumer, partnerToken, salesforceToken } from "../stack/built-in-stack";
import { deployLocally } from "../stack/deploy-locally";
import type { LocalStack } from "../stack/local-stack";
import { refreshAtNextSlots } from "../stack/refresh-at-next-slot";
import { azureNativeIn, stackConfiguration } from "../stack/stack-configuration";
import { waitForGrants } from "./grants";

/** A part of a stack that a proof is about, as in "this one has no …". */
export type Subject =
  "token" | "connector" | "token whose server rotates refresh tokens" | "consumer of an org of Salesforce";

/** Deploys a stack that has the subjects that another one lacks, in the same cloud and under the same readings. */
export async function deploySecondStack(
  subjects: ReadonlySet<Subject>,
  { azure, settings }: Pick<LocalStack, "azure" | "settings">,
): Promise<LocalStack> {
  const clock = new ControlledClock(azure.clock.now(), { ticking: true });
  const stack = await deployLocally({
    configuration: configureSubjects(subjects, settings.cloud),
    stack: "proofs",
    clock,
    readings: azure.readings,
    progress: () => undefined,
  });
  await waitForGrants(stack);
  // Proofs of consumers need the token.
  await refreshAtNextSlots(stack, clock);
  return stack;
}

/** The configuration of a stack that has the subjects, and little else: each resource takes time. */
export function configureSubjects(subjects: ReadonlySet<Subject>, cloud: CloudName): Readonly<Record<string, string>> {
  const consumers = subjects.has("consumer of an org of Salesforce") ? [accountsConsumer] : [];
  const rotating = subjects.has("token whose server rotates refresh tokens") ? [partnerToken] : [];
  const plain = consumers.length > 0 || rotating.length === 0 ? [salesforceToken] : [];
  const writePath = subjects.has("connector") ? "connector" : "http";
  const tokens = [...plain, ...rotating].map((token) => ({ ...token, writePath }));
  return stackConfiguration({ tokens, consumers, alerts: false }, azureNativeIn(cloud));
}
