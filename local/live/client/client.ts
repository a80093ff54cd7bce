// The script of the live page. It is bundled when the page is served, and stands in its HTML.
import type { PageUpdate } from "../page-update";
import { applyUpdate } from "./apply-update";
import { readUpdates, WrongTokenError } from "./read-updates";
import { sendAction } from "./send-action";
import { announce, showConnection, showProblem } from "./show-status";
import { takeToken } from "./tab-token";

/** Milliseconds before the connection is tried again. */
const pause = 1_000;

let connection = new AbortController();
let hasEnded = false;

async function connect(token: string | undefined): Promise<void> {
  connection.abort();
  connection = new AbortController();
  const { signal } = connection;
  if (token === undefined) {
    showConnection("no token");
    return;
  }
  const receive = (update: PageUpdate): void => {
    hasEnded = update.ended === true;
    applyUpdate(update);
    announce(update.announcements);
    showConnection(hasEnded ? "ended" : "connected");
  };
  const isOver = (): boolean => hasEnded || signal.aborted;
  while (!isOver()) {
    try {
      await readUpdates(token, signal, receive);
    } catch (error) {
      if (error instanceof WrongTokenError) {
        showConnection("wrong token");
        return;
      }
    }
    if (isOver()) return;
    showConnection("lost");
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function act(button: HTMLElement, token: string | undefined): Promise<void> {
  showProblem("");
  button.setAttribute("aria-busy", "true");
  try {
    showProblem(await sendAction(button, token ?? ""));
  } finally {
    button.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("button[data-action]") : null;
  // A button that is not to be used now keeps its focus, and does nothing.
  if (button !== null && button.getAttribute("aria-disabled") !== "true") void act(button, takeToken());
});
addEventListener("hashchange", () => void connect(takeToken()));
// A tab in the background gives its connection back: browsers have six for all tabs of a server.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void connect(takeToken());
  else connection.abort();
});
void connect(takeToken());
