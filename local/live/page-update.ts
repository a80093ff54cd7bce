/** One element of the page, by its ID. */
export interface PageElement {
  readonly id: string;
  /** HTML of one element with this ID. */
  readonly html: string;
}

/** What the page shows: by the ID of each container, its elements in order. */
export type PageParts = Readonly<Record<string, readonly PageElement[]>>;

/** A change of the page. One line of its stream. */
export interface PageUpdate {
  /** IDs of the elements of each container that changed, in order. */
  readonly containers: Readonly<Record<string, readonly string[]>>;
  /** HTML of the new and the changed elements among them, by ID. */
  readonly elements: Readonly<Record<string, string>>;
  /** What happened since the last update, in words, oldest first. */
  readonly announcements: readonly string[];
  /** True in the last update: the server ends. */
  readonly ended?: true;
}

/** Compares what a page shows with what it is to show. @returns undefined where nothing changed */
export function compareParts(shown: PageParts, parts: PageParts): Omit<PageUpdate, "announcements"> | undefined {
  const containers: Record<string, readonly string[]> = {};
  const elements: Record<string, string> = {};
  for (const [container, current] of Object.entries(parts)) {
    const before = shown[container] ?? [];
    const changed = current.filter(({ id, html }) => before.find((each) => each.id === id)?.html !== html);
    const ids = current.map(({ id }) => id);
    if (container in shown && changed.length === 0 && ids.join(" ") === before.map(({ id }) => id).join(" ")) continue;
    containers[container] = ids;
    for (const { id, html } of changed) elements[id] = html;
  }
  return Object.keys(containers).length === 0 ? undefined : { containers, elements };
}
