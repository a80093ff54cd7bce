import { asObject, type JsonObject } from "./json";

/** An action and its position in a definition; its shape is not validated. */
export interface PlacedAction {
  readonly name: string;
  readonly type: string;
  readonly action: JsonObject;
  /** The control actions that contain it, outermost first, each with the branch. */
  readonly within: readonly { readonly name: string; readonly action: JsonObject; readonly branch: string }[];
}

/** Lists every action of a definition at any depth, in document order. */
export function walkActions(definition: unknown): readonly PlacedAction[] {
  const placed: PlacedAction[] = [];
  collectActions(asObject(definition).actions, [], placed);
  return placed;
}

/** Every trigger of a definition, in the order written. */
export function walkTriggers(definition: unknown): readonly PlacedAction[] {
  return Object.entries(asObject(asObject(definition).triggers)).map(([name, value]) => {
    const trigger = asObject(value);
    return { name, type: typeof trigger.type === "string" ? trigger.type : "", action: trigger, within: [] };
  });
}

function collectActions(actions: unknown, within: PlacedAction["within"], placed: PlacedAction[]): void {
  for (const [name, value] of Object.entries(asObject(actions))) {
    const action = asObject(value);
    placed.push({ name, type: typeof action.type === "string" ? action.type : "", action, within });
    for (const [branch, inner] of branchesOf(action))
      collectActions(inner, [...within, { name, action, branch }], placed);
  }
}

/** If, Scope, Foreach and Until have `actions`; If also has `else`; Switch has `cases` and `default`. */
function branchesOf(action: JsonObject): [branch: string, actions: unknown][] {
  // Most actions have none.
  if (!["actions", "else", "cases", "default"].some((name) => name in action)) return [];
  return [
    ["actions", action.actions],
    ["else", asObject(action.else).actions],
    ...Object.entries(asObject(action.cases)).map(([name, branch]): [string, unknown] => [
      `cases.${name}`,
      asObject(branch).actions,
    ]),
    ["default", asObject(action.default).actions],
  ];
}
