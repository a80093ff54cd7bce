import type { ArmCall, SendToArm } from "../../../emulator/azure-native";

export const context = { subscriptionId: "sub", tenantId: "tenant", clientId: "client", objectId: "object" };

/** An ARM that has nothing but what is put, and the calls that it got. */
export function recordingArm(there: Record<string, object> = {}) {
  const calls: ArmCall[] = [];
  const bodies = new Map<string, object>(Object.entries(there));
  const send: SendToArm = (call) => {
    calls.push(call);
    if (call.method === "PUT") bodies.set(call.path, call.body ?? {});
    const body = bodies.get(call.path);
    if (body === undefined) return Promise.resolve({ status: 404, body: { error: { code: "ResourceNotFound" } } });
    return Promise.resolve({ status: 200, body: { id: call.path, ...body } });
  };
  return { send, calls };
}
