import { json, withSimulatedLatency, type HttpAnswer, type ReceivedRequest } from "../../emulator/network";
import { byRefreshToken, failed, succeeded, type Fault } from "./fault";
import type { FaultHarness } from "./fault-harness";
import { withVaultReplaced, type Answers } from "./replace-vault";
import { takenElsewhere, takesEverything } from "./scripted-vault";

/** A good answer with a rotated refresh token. */
function rotated(harness: FaultHarness): HttpAnswer {
  return harness.freshToken({ refresh_token: harness.canary("refresh") });
}

const storedRefreshToken = (harness: FaultHarness): Promise<unknown> =>
  harness.administrator.valueOf(`${harness.secretName}-refresh`);

/** Deletes a secret at the first request to the token server, so that the next write of it fails. */
async function crashingAt(harness: FaultHarness, secretName: string, answer: () => HttpAnswer): Promise<void> {
  await harness.atNextSlot(async () => {
    await harness.administrator.send("DELETE", `/secrets/${secretName}`);
    return answer();
  });
  await harness.administrator.send("POST", `/deletedsecrets/${secretName}/recover`);
}

/** Fails where the token server gets another refresh token than the one it gave out last. */
async function takes(harness: FaultHarness, current: string): Promise<void> {
  await harness.atNextSlot();
  const sent = new URLSearchParams(harness.requests.at(-1)?.body).get("refresh_token");
  if (sent !== current) throw new Error("The refresh token that was sent is not the one that was stored last.");
}

/** A vault that has everything and keeps nothing, and answers as given where the rotated refresh token is written. */
function whileRefreshTokenIsWritten(
  harness: FaultHarness,
  refreshToken: string,
  write: (request: ReceivedRequest) => HttpAnswer | undefined,
): Promise<unknown> {
  const answers: Answers = (request) =>
    (request.body.includes(refreshToken) ? write(request) : undefined) ?? takesEverything(request);
  return withVaultReplaced(harness.stack, answers, () =>
    harness.atNextSlot(() => harness.freshToken({ refresh_token: refreshToken })),
  );
}

const unavailable = json(503, { error: { code: "Unavailable", message: "no" } });

/** Content types under which servers have sent JSON. `https://github.com/jazzband/django-oauth-toolkit/issues/80` has none. */
const contentTypes = ["text/html", "text/plain", "text/javascript", "text/json", "application/problem+json", undefined];

/** The good answer under another content type: whatever Logic Apps makes of it, nothing is lost. */
const otherContentTypes = contentTypes.map((type): Fault => ({
  name: `rotated-refresh-token-as-${type?.replace(/\W/g, "-") ?? "no-type"}`,
  where: byRefreshToken,
  inject: async (harness) => {
    const current = harness.canary("refresh");
    await harness.atNextSlot(() => {
      const { body } = harness.freshToken({ refresh_token: current });
      return { status: 200, headers: type === undefined ? {} : { "content-type": type }, body };
    });
    if ((await storedRefreshToken(harness)) !== current) throw new Error("The rotated refresh token was not stored.");
  },
  expected: () => succeeded(),
}));

/** Answers that had a rotated refresh token which nobody can read. */
const unreadable = (
  [
    [
      "truncated",
      (body: string) => ({ status: 200, headers: { "content-type": "application/json" }, body: body.slice(0, -9) }),
    ],
    [
      "truncated-text",
      (body: string) => ({ status: 200, headers: { "content-type": "text/html" }, body: body.slice(0, -9) }),
    ],
    ["truncated-without-type", (body: string) => ({ status: 200, headers: {}, body: body.slice(0, -9) })],
    ["within-an-object", (body: string) => json(200, { ok: true, data: JSON.parse(body) as unknown })],
    ["in-a-list", (body: string) => json(200, [JSON.parse(body)])],
  ] as const
).map(([name, change]): Fault => ({
  name: `rotated-refresh-token-${name}`,
  where: byRefreshToken,
  inject: (harness) => harness.atNextSlot(() => change(rotated(harness).body)),
  expected: () => failed("RotatedRefreshTokenNotStored", 1),
}));

/** Faults of a refresh token that the server rotates. */
export const rotationFaults: readonly Fault[] = [
  ...otherContentTypes,
  ...unreadable,
  {
    name: "rotated-refresh-token-that-is-no-text",
    where: byRefreshToken,
    inject: (harness) =>
      harness.atNextSlot(() => harness.freshToken({ refresh_token: { value: harness.canary("refresh") } })),
    expected: () => failed("RotatedRefreshTokenNotStored", 1),
  },
  {
    name: "rotated-refresh-token-too-long",
    where: byRefreshToken,
    inject: (harness) =>
      harness.atNextSlot(() => harness.freshToken({ refresh_token: harness.canary("refresh").padEnd(25_601, "x") })),
    expected: () => failed("RotatedRefreshTokenNotStored", 1),
  },
  {
    name: "rotated-refresh-token-with-a-token-of-no-use",
    where: byRefreshToken,
    inject: async (harness) => {
      const current = harness.canary("refresh");
      await harness.atNextSlot(() => harness.freshToken({ refresh_token: current, access_token: "" }));
      if ((await storedRefreshToken(harness)) !== current) throw new Error("The rotated refresh token was not stored.");
    },
    expected: () => failed("BadAnswer", 1),
  },
  {
    name: "refresh-token-rotated",
    where: byRefreshToken,
    inject: async (harness) => {
      const current = harness.canary("refresh");
      await harness.atNextSlot(() => harness.freshToken({ refresh_token: current }));
      await takes(harness, current);
    },
    expected: () => succeeded(2, { versions: 2 }),
  },
  {
    name: "rotated-refresh-token-not-stored",
    where: byRefreshToken,
    inject: (harness) => crashingAt(harness, `${harness.secretName}-refresh`, () => rotated(harness)),
    expected: () => failed("RotatedRefreshTokenNotStored", 1),
  },
  {
    // Seven writes of 29 s, and 315 s between them: the action's limit leaves time for all.
    name: "rotated-refresh-token-stored-at-the-seventh-attempt",
    where: byRefreshToken,
    inject: async (harness) => {
      const current = harness.canary("refresh");
      const written: string[] = [];
      await whileRefreshTokenIsWritten(harness, current, ({ body }) => {
        written.push(body);
        return written.length < 7 ? withSimulatedLatency(29_000, unavailable) : undefined;
      });
      if (written.length !== 7 || !written.every((body) => body.includes(current)))
        throw new Error(`The refresh token was written ${written.length} times.`);
    },
    expected: () => takenElsewhere,
  },
  {
    // The action's limit ends the wait, and no refusal does.
    name: "rotated-refresh-token-throttled-for-two-hours",
    where: byRefreshToken,
    inject: (harness) => {
      let writes = 0;
      return whileRefreshTokenIsWritten(harness, harness.canary("refresh"), () =>
        (writes += 1) === 1 ? json(429, {}, { "retry-after": "7200" }) : undefined,
      );
    },
    expected: (_combination, { actionTimeout }) =>
      actionTimeout === "WholeAction"
        ? failed("RotatedRefreshTokenNotStored", 1)
        : { ...takenElsewhere, token: "expired", alerts: ["silent"] },
  },
  {
    name: "crash-between-two-writes",
    where: byRefreshToken,
    inject: async (harness) => {
      const current = harness.canary("refresh");
      await crashingAt(harness, harness.secretName, () => harness.freshToken({ refresh_token: current }));
      if ((await storedRefreshToken(harness)) !== current)
        throw new Error("The rotated refresh token was not stored first.");
    },
    expected: () => failed("VaultConflict", 1),
  },
  {
    name: "crash-between-two-writes-and-recovery",
    where: byRefreshToken,
    inject: async (harness) => {
      const current = harness.canary("refresh");
      await crashingAt(harness, harness.secretName, () => harness.freshToken({ refresh_token: current }));
      await takes(harness, current);
    },
    expected: () => succeeded(2, { alerts: ["failed"] }),
  },
  {
    // The server rotated, and its answer came too late: the old refresh token is all there is, and it is used up.
    name: "rotation-with-a-lost-answer",
    where: byRefreshToken,
    inject: async (harness) => {
      await harness.atNextSlot(() => withSimulatedLatency(61_000, rotated(harness)));
      await harness.atNextSlot(
        json(400, { error: "invalid_grant", error_description: "expired access/refresh token" }),
      );
    },
    expected: () => failed("invalid_grant_expired", 2, { alerts: ["failed", "silent"] }),
  },
  {
    name: "rotated-refresh-token-empty",
    where: byRefreshToken,
    inject: (harness) => harness.atNextSlot(() => harness.freshToken({ refresh_token: "" })),
    expected: () => succeeded(),
  },
];
