/**
 * Asks the server for what a button is for: `data-action` is the path, `data-body` the body, to which the value of the
 * field named by `data-field` is added.
 *
 * @returns the problem, in words, or an empty text
 */
export async function sendAction({ dataset }: HTMLElement, token: string): Promise<string> {
  const { action = "/", body = "{}", field } = dataset;
  const chosen = field === undefined ? null : document.getElementById(field);
  const values = chosen instanceof HTMLSelectElement ? { [chosen.name]: chosen.value } : {};
  try {
    const response = await fetch(action, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ ...(JSON.parse(body) as object), ...values }),
    });
    if (response.ok) return "";
    if (response.status !== 409) return `The server refused it (${response.status}).`;
    return ((await response.json()) as { readonly problem: string }).problem;
  } catch {
    return "The server cannot be reached.";
  }
}
