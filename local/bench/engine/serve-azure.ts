// Serves the emulator and its provider to Pulumi's engine, in a process of its own, so that neither counts as the
// program's. It sends how to reach it first, then the number of resources written so far for each message.
import { createAzure } from "../../../emulator";
import { sendOverNetwork } from "../../../emulator/azure-native/send-over-network";
import { keepToLoopback } from "../../../emulator/network";
import { startProvider } from "../../../emulator/provider";
import { ControlledClock } from "../../../emulator/clock";

/** Its first message. */
export interface ServedAzure {
  /** For Pulumi's CLI. */
  readonly environment: Readonly<Record<string, string>>;
  readonly tenantId: string;
  readonly subscriptionId: string;
}

void serve();

async function serve(): Promise<void> {
  keepToLoopback();
  const azure = await createAzure({ clock: new ControlledClock(new Date()) });
  // One token for all: the clock stands still.
  const send = await sendOverNetwork(azure);
  let written = 0;
  const provider = await startProvider(azure, () => async (call) => {
    const answer = await send(call);
    if (call.method === "PUT" && answer.status < 300) written += 1;
    return answer;
  });
  process.on("message", () => process.send?.(written));
  process.once("disconnect", () => process.exit());
  const { entra, arm } = azure;
  const { environment } = provider;
  const served: ServedAzure = { environment, tenantId: entra.tenantId, subscriptionId: arm.subscriptionId };
  process.send?.(served);
}
