import { json } from "../../emulator/network";
import { succeeded } from "./fault";
import type { Answers } from "./replace-vault";

const id = "https://vault.example/secrets/x/1";

/** The vault's response to a write. */
export const stored = json(200, { id, attributes: {} });

/** Responds to reads like the vault, and to writes as given. */
export function writing(write: Answers): Answers {
  return (request) => (request.method === "GET" ? json(200, { id, value: "x", attributes: {} }) : write(request));
}

/** A vault that has every secret, takes every write, and keeps nothing. */
export const takesEverything: Answers = writing(() => stored);

/** Outcome with a vault that keeps nothing: a token is neither stored nor lost. */
export const takenElsewhere = succeeded(1, { token: "stale", versions: 0 });
