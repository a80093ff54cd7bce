/** States of the connection to the server, and what the page says of each. */
const connections = {
  connected: { tone: "good", text: "Connected: runs appear as they happen." },
  lost: { tone: "bad", text: "The connection is lost. Trying again every second." },
  ended: {
    tone: "skipped",
    text: "The server has ended. Start it again with npm start -- --serve, and open the address that it prints.",
  },
  "no token": {
    tone: "bad",
    text: "This tab has no token. Open the address that npm start -- --serve printed, with all that follows its #.",
  },
  "wrong token": {
    tone: "bad",
    text: "This tab's token is of another run. Open the address that npm start -- --serve printed last.",
  },
} as const;

/** Shows the state of the connection. Buttons do something only while there is one; without, they keep their focus. */
export function showConnection(state: keyof typeof connections): void {
  const { tone, text } = connections[state];
  for (const button of document.querySelectorAll("button")) {
    if (state === "connected") enable(button);
    else disable(button);
  }
  const element = document.getElementById("connection");
  // Setting the same text again would be read aloud again.
  if (element === null || element.textContent === text) return;
  element.className = `connection ${tone}`;
  element.textContent = text;
}

/** Keeps whether the server has said that pressing it would do nothing. */
function disable(button: HTMLButtonElement): void {
  button.dataset.disabledByServer ??= button.getAttribute("aria-disabled") ?? "false";
  button.setAttribute("aria-disabled", "true");
}

/** Does nothing to a button that the server has sent since. */
function enable(button: HTMLButtonElement): void {
  const { disabledByServer } = button.dataset;
  if (disabledByServer === undefined) return;
  button.setAttribute("aria-disabled", disabledByServer);
  delete button.dataset.disabledByServer;
}

/** Shows why an action was not done. @param problem an empty text takes it away */
export function showProblem(problem: string): void {
  const element = document.getElementById("problem");
  if (element !== null) element.textContent = problem;
}

/** Has a screen reader say what happened. */
export function announce(announcements: readonly string[]): void {
  const element = document.getElementById("announcements");
  if (element !== null && announcements.length > 0) element.textContent = announcements.join(" ");
}
