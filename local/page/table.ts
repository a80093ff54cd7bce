import { markup, type Content, type Markup } from "./markup";

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** True for numbers, which are aligned at their right. @default false */
  readonly isNumber?: boolean;
}

/** Rows that have something in common, with what it is. */
export interface RowGroup {
  /** @default the rows stand without a heading */
  readonly heading?: Content;
  /** Cells of each row; the first one is the row's heading. */
  readonly rows: readonly (readonly Content[])[];
}

/** A table. Where it is narrow, its cells stand below each other, each with the name of its column. */
export interface Table {
  readonly caption: Content;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
}

/** Renders a table with its caption and the scopes of its headings. */
export function renderTable({ caption, columns, groups }: Table): Markup {
  const head = columns.map(({ name, isNumber }) => markup`<th scope="col"${classOf(isNumber)}>${name}</th>`);
  return markup`<table><caption>${caption}</caption><thead><tr>${head}</tr></thead>${groups.map((group) => renderGroup(group, columns))}</table>`;
}

function renderGroup({ heading, rows }: RowGroup, columns: readonly Column[]): Markup {
  const first =
    heading !== undefined &&
    markup`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${heading}</th></tr>`;
  return markup`<tbody>${first}${rows.map((cells) => renderRow(cells, columns))}</tbody>`;
}

function renderRow(cells: readonly Content[], columns: readonly Column[]): Markup {
  const rendered = columns.map(({ name, isNumber }, index) =>
    index === 0
      ? markup`<th scope="row">${cells[index]}</th>`
      : markup`<td data-column="${name}"${classOf(isNumber)}>${cells[index]}</td>`,
  );
  return markup`<tr>${rendered}</tr>
`;
}

function classOf(isNumber = false): Markup | false {
  return isNumber && markup` class="number"`;
}
