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

/** Shows the state of the connection. Buttons can be used only while there is one. */
export function showConnection(state: keyof typeof connections): void {
  const { tone, text } = connections[state];
  for (const button of document.querySelectorAll("button")) button.disabled = state !== "connected";
  const element = document.getElementById("connection");
  // Setting the same text again would be read aloud again.
  if (element === null || element.textContent === text) return;
  element.className = `connection ${tone}`;
  element.textContent = text;
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
