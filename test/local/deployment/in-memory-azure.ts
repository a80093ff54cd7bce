import { ArmError } from "../../../emulator/resources/errors";
import { recordRequest, type RecordedRequest } from "../../../emulator/resource-manager/recorded-request";
import type { Azure } from "../../../emulator";
import type { HttpRequest } from "../../../emulator/network";
import { inMemory, subscriptionId, tenantId } from "../../emulator/resource-manager/resource-manager-in-memory";

/** An Azure without TLS, tokens and runtimes: its resource manager answers what is sent to management.azure.com. */
export function inMemoryAzure() {
  const { manager, store, keptWorkflows } = inMemory();
  const requests: RecordedRequest[] = [];
  const send = async ({ method, url, body: text = "" }: HttpRequest) => {
    const { pathname, searchParams } = new URL(url);
    const body = text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>);
    requests.push(recordRequest(method, url, body));
    const path = decodeURIComponent(pathname);
    try {
      const apiVersion = searchParams.get("api-version");
      const answer = await manager.handle({ method, path, apiVersion, ...(body && { body }) });
      return { status: answer.record.status, headers: {}, body: JSON.stringify(answer.body ?? {}) };
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      const { refusal, message } = error;
      const { status, code } = refusal;
      return { status, headers: {}, body: JSON.stringify({ error: { code, message } }) };
    }
  };
  const azure = {
    network: { send },
    entra: { tenantId, issueToken: () => Promise.resolve("token") },
    arm: { subscriptionId },
    deployer: { clientId: "client", objectId: "deployer" },
  } as unknown as Azure;
  return { azure, requests, store, keptWorkflows };
}
