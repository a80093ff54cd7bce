import { json, late, type HttpAnswer } from "../network";
import { byRefreshToken, failed, succeeded, type Drill } from "./drill";
import type { DrillLab } from "./drill-lab";

/** A good answer with a rotated refresh token. */
function rotated(lab: DrillLab): HttpAnswer {
  return lab.good({ refresh_token: lab.plant("refresh") });
}

const refreshTokenOf = (lab: DrillLab): Promise<unknown> => lab.administrator.valueOf(`${lab.secretName}-refresh`);

/** Deletes a secret as soon as the token server is asked, so that the next write of it fails. */
async function crashingAt(lab: DrillLab, secretName: string, answer: () => HttpAnswer): Promise<void> {
  await lab.atNextSlot(async () => {
    await lab.administrator.send("DELETE", `/secrets/${secretName}`);
    return answer();
  });
  await lab.administrator.send("POST", `/deletedsecrets/${secretName}/recover`);
}

/** Fails where the token server gets another refresh token than the one it gave out last. */
async function takes(lab: DrillLab, current: string): Promise<void> {
  await lab.atNextSlot();
  const sent = new URLSearchParams(lab.requests.at(-1)?.body).get("refresh_token");
  if (sent !== current) throw new Error("The refresh token that was sent is not the one that was stored last.");
}

/** Faults of a refresh token that the server rotates. */
export const rotationDrills: readonly Drill[] = [
  {
    name: "refresh-token-rotated",
    where: byRefreshToken,
    inject: async (lab) => {
      const current = lab.plant("refresh");
      await lab.atNextSlot(() => lab.good({ refresh_token: current }));
      await takes(lab, current);
    },
    expected: () => succeeded(2, { versions: 2 }),
  },
  {
    name: "rotated-refresh-token-not-stored",
    where: byRefreshToken,
    inject: (lab) => crashingAt(lab, `${lab.secretName}-refresh`, () => rotated(lab)),
    expected: () => failed("RotatedRefreshTokenNotStored", 1),
  },
  {
    name: "crash-between-two-writes",
    where: byRefreshToken,
    inject: async (lab) => {
      const current = lab.plant("refresh");
      await crashingAt(lab, lab.secretName, () => lab.good({ refresh_token: current }));
      if ((await refreshTokenOf(lab)) !== current) throw new Error("The rotated refresh token was not stored first.");
    },
    expected: () => failed("VaultConflict", 1),
  },
  {
    name: "crash-between-two-writes-and-recovery",
    where: byRefreshToken,
    inject: async (lab) => {
      const current = lab.plant("refresh");
      await crashingAt(lab, lab.secretName, () => lab.good({ refresh_token: current }));
      await takes(lab, current);
    },
    expected: () => succeeded(2, { alerts: ["failed"] }),
  },
  {
    // The server rotated, and its answer came too late: the old refresh token is all there is, and it is used up.
    name: "rotation-with-a-lost-answer",
    where: byRefreshToken,
    inject: async (lab) => {
      await lab.atNextSlot(() => late(61_000, rotated(lab)));
      await lab.atNextSlot(json(400, { error: "invalid_grant", error_description: "expired access/refresh token" }));
    },
    expected: () => failed("invalid_grant_expired", 2, { alerts: ["failed", "silent"] }),
  },
  {
    name: "rotated-refresh-token-empty",
    where: byRefreshToken,
    inject: (lab) => lab.atNextSlot(() => lab.good({ refresh_token: "" })),
    expected: () => succeeded(),
  },
];
