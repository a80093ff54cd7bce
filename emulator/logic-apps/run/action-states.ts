import type { ActionStatus, RetriedRequest, RunError, Secured } from "../run-history";

/** One iteration of a loop. */
export interface Iteration {
  readonly loop: string;
  /** From 0. */
  readonly index: number;
  /** Of a For each. */
  readonly item?: unknown;
}

/** An action's state while its run goes on: nothing is hidden here, expressions read it. */
export interface ActionState {
  readonly name: string;
  readonly type: string;
  readonly secured: Secured;
  /** The iterations that the action is in, outermost first. */
  readonly iterations: readonly Iteration[];
  readonly startTime: Date;
  /** Absent while the action is in progress. */
  status?: ActionStatus;
  code?: string;
  endTime?: Date;
  attempts: number;
  retryHistory?: readonly RetriedRequest[];
  inputs?: unknown;
  outputs?: unknown;
  error?: RunError;
}

/** The states of a run's actions, or of the actions of a loop in one iteration. */
export class ActionStates {
  private readonly own = new Map<string, ActionState>();
  private readonly order: (ActionState | ActionStates)[] = [];

  /**
   * @param iterations the iterations that these actions are in, outermost first
   * @param around the states outside of the innermost of these loops
   */
  constructor(
    readonly iterations: readonly Iteration[] = [],
    private readonly around?: ActionStates,
  ) {}

  /** Adds an action that begins. */
  begin(state: ActionState): void {
    this.own.set(state.name, state);
    this.order.push(state);
  }

  /** Begins an iteration, in which no action of the loop has a state yet. */
  iterate(iteration: Iteration): ActionStates {
    const states = new ActionStates([...this.iterations, iteration], this);
    this.order.push(states);
    return states;
  }

  /** Lets expressions behind a loop read an action of it. History has the action in its iterations. */
  reveal(state: ActionState): void {
    this.own.set(state.name, state);
  }

  /** True for an action that began here, or in an iteration of a loop here. */
  has(name: string): boolean {
    return this.own.has(name) || this.order.some((entry) => entry instanceof ActionStates && entry.has(name));
  }

  /** Finds an action here or outside of the loop. */
  find(name: string): ActionState | undefined {
    return this.own.get(name) ?? this.around?.find(name);
  }

  /** The names that {@link find} finds. */
  names(): readonly string[] {
    return [...this.own.keys(), ...(this.around?.names() ?? [])];
  }

  /** The iterations of a loop here or around, in their order. */
  iterationsOf(loop: string): readonly ActionStates[] {
    const here = this.order.filter(
      (entry): entry is ActionStates =>
        entry instanceof ActionStates && entry.iterations[this.iterations.length]?.loop === loop,
    );
    return here.length > 0 ? here : (this.around?.iterationsOf(loop) ?? []);
  }

  /** The actions of this iteration, those of ended loops within it included. */
  ofIteration(): readonly ActionState[] {
    return [...this.own.values()];
  }

  /** Every action, in the order in which they began; those of a loop iteration by iteration. */
  inOrder(): readonly ActionState[] {
    return this.order.flatMap((entry) => (entry instanceof ActionStates ? entry.inOrder() : [entry]));
  }
}
