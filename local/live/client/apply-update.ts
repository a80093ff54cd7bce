import type { PageUpdate } from "../page-update";
import { trustedTypesPolicy } from "./trusted-types-policy";

/** Browsers without Trusted Types insert texts as they are. */
interface FragmentPolicy {
  createHTML(html: string): string;
}
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: FragmentPolicy): FragmentPolicy };
};
const rules: FragmentPolicy = { createHTML: (html) => html };
const policy = trustedTypes?.createPolicy(trustedTypesPolicy, rules) ?? rules;

/** HTML of the elements as they were inserted, by ID: one that did not change is left alone. */
const inserted = new Map<string, string>();

/** Makes the page's containers show what an update says. Focus, choices and what was opened stay. */
export function applyUpdate({ containers, elements }: Pick<PageUpdate, "containers" | "elements">): void {
  for (const [id, html] of Object.entries(elements)) replaceElement(id, html);
  for (const [containerId, ids] of Object.entries(containers)) {
    const container = document.getElementById(containerId);
    if (container !== null) arrangeChildren(container, ids, elements);
  }
}

function replaceElement(id: string, html: string): void {
  const old = document.getElementById(id);
  if (old === null || inserted.get(id) === html) return;
  const element = parse(id, html);
  const opened = [...old.querySelectorAll("details[open][id]")].map((each) => each.id);
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined;
  old.replaceWith(element);
  for (const each of opened) document.getElementById(each)?.setAttribute("open", "");
  if (focused !== undefined && focused !== "") document.getElementById(focused)?.focus();
}

function arrangeChildren(container: Element, ids: readonly string[], elements: PageUpdate["elements"]): void {
  const had = container.contains(document.activeElement);
  for (const child of [...container.children]) {
    if (ids.includes(child.id)) continue;
    inserted.delete(child.id);
    child.remove();
  }
  for (const [index, id] of ids.entries()) {
    const element = document.getElementById(id) ?? parse(id, elements[id] ?? "");
    if (container.children[index] !== element) container.insertBefore(element, container.children[index] ?? null);
  }
  // The button that was pressed is gone, as that of a fault which it cleared.
  if (had && !container.contains(document.activeElement)) focusSection(container);
}

function focusSection(container: Element): void {
  container.closest("section")?.querySelector<HTMLElement>("h2")?.focus();
}

function parse(id: string, html: string): Element {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  const element = template.content.firstElementChild;
  if (element === null) throw new Error(`The server sent no element ${id}.`);
  inserted.set(id, html);
  return element;
}
