import { asObject, isObject, type JsonObject } from "./json";

/** An action and its position in a definition; its shape is not validated. */
export interface PlacedAction {
  readonly name: string;
  readonly type: string;
  readonly action: JsonObject;
  /** Path of the branch that has it in the definition: `actions.If_due.else.actions`. */
  readonly branchPath: string;
  /** The control actions that contain it, outermost first, each with the branch. */
  readonly within: readonly { readonly name: string; readonly action: JsonObject; readonly branch: string }[];
}

/** Actions of branches that were walked before: many rules and runs walk the same one, and nothing changes a definition. */
const walked = new WeakMap<object, readonly PlacedAction[]>();

/** Lists every action of a definition at any depth, in document order. */
export function walkActions(definition: unknown): readonly PlacedAction[] {
  return walkBranch(asObject(definition).actions);
}

/** Lists every action of a branch at any depth, in document order; its paths are those of a definition's own `actions`. */
export function walkBranch(actions: unknown): readonly PlacedAction[] {
  if (!isObject(actions)) return [];
  const known = walked.get(actions) ?? listEveryAction(actions);
  walked.set(actions, known);
  return known;
}

function listEveryAction(actions: JsonObject): readonly PlacedAction[] {
  const placed: PlacedAction[] = [];
  const pending = listActions(actions, "actions", []);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    placed.push(next);
    const { name, action, within } = next;
    for (const [branch, inner] of branchesOf(action).reverse()) {
      const below = branch === "actions" ? branch : `${branch}.actions`;
      pending.push(...listActions(inner, `${pathOf(next)}.${below}`, [...within, { name, action, branch }]));
    }
  }
  return placed;
}

/** Lists the actions of one branch, the last one first. */
function listActions(actions: unknown, branchPath: string, within: PlacedAction["within"]): PlacedAction[] {
  return Object.entries(asObject(actions))
    .reverse()
    .map(([name, value]) => {
      const action = asObject(value);
      const type = typeof action.type === "string" ? action.type : "";
      return { name, type, action, branchPath, within };
    });
}

/** Path of an action or a trigger in its definition: `actions.If_due.else.actions.Set_secret`. */
export function pathOf({ branchPath, name }: PlacedAction): string {
  return `${branchPath}.${name}`;
}

const indexed = new WeakMap<object, ReadonlyMap<string, string>>();

/** Finds the path of an action in its definition by its name, which no other action of the definition has. */
export function findActionPath(definition: unknown, name: string): string {
  if (typeof definition !== "object" || definition === null) return `actions.${name}`;
  let paths = indexed.get(definition);
  if (paths === undefined) {
    paths = new Map(walkActions(definition).map((placed) => [placed.name, pathOf(placed)]));
    indexed.set(definition, paths);
  }
  return paths.get(name) ?? `actions.${name}`;
}

/** Lists every trigger of a definition, in document order. */
export function walkTriggers(definition: unknown): readonly PlacedAction[] {
  return Object.entries(asObject(asObject(definition).triggers)).map(([name, value]) => {
    const trigger = asObject(value);
    const type = typeof trigger.type === "string" ? trigger.type : "";
    return { name, type, action: trigger, branchPath: "triggers", within: [] };
  });
}

/**
 * Lists the branches of an action with their actions, `undefined` for a branch that it lacks. If, Scope, Foreach and Until
 * have `actions`; If also has `else`; Switch has `cases` and `default`.
 */
export function branchesOf(action: JsonObject): [branch: string, actions: unknown][] {
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
