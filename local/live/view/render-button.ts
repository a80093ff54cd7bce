import { markup, type Markup } from "../../page/markup";

/** A button that asks the server for something. */
export interface ActionButton {
  readonly id: string;
  readonly text: string;
  /** What it is for, which only a screen reader says: others see it beside the button. */
  readonly of: string;
  /** Path of the action. */
  readonly action: string;
  readonly body?: Readonly<Record<string, string>>;
  /** ID of a field whose value goes with the body. @default none */
  readonly field?: string;
  /** True while pressing it would do nothing. It keeps its focus. @default false */
  readonly isDisabled?: boolean;
}

/** Renders a button. Its accessible name begins with its text. */
export function renderButton({ id, text, of, action, body = {}, field, isDisabled = false }: ActionButton): Markup {
  return markup`<button type="button" id="${id}" aria-label="${text}: ${of}" aria-disabled="${String(isDisabled)}" data-action="${action}" data-body="${JSON.stringify(body)}"${field !== undefined && markup` data-field="${field}"`}>${text}</button>`;
}
