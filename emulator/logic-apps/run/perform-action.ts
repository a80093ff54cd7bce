import { EvaluationError, UnsupportedFunctionError, evaluate } from "../expressions";
import { asObject, type JsonObject } from "../../../definition/json";
import { ConditionError } from "./condition";
import { performApiConnection } from "./actions/api-connection-action";
import { chooseBranch } from "./choose-branch";
import { performHttp } from "./actions/http-action";
import { performForeach } from "./loops/foreach";
import { performUntil } from "./loops/until";
import { failed, outcomeOfSet, succeeded, type Outcome } from "./outcome";
import { NotAvailableError } from "./evaluation-scope";
import { performQuery, performSelect } from "./actions/data-operations";
import { performParseJson } from "./actions/parse-json-action";
import { performResponse } from "./actions/response-action";
import { runActions, skipAll } from "./run-actions";
import type { RunContext } from "./run-context";
import { performTerminate } from "./actions/terminate-action";
import { initializeVariable, setVariable } from "./actions/variable-actions";
import { performWait } from "./actions/wait-action";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { actionFailure } from "../errors";

/** Does an action's work. An expression that fails, fails the action with InvalidTemplate. */
export async function performAction(name: string, action: JsonObject, context: RunContext): Promise<Outcome> {
  try {
    return await perform(name, action, context);
  } catch (error) {
    if (!isExpressionFailure(error)) throw error;
    const message = `Unable to process template language expressions in action '${name}': '${error.message}'`;
    return failed(actionFailure(behaviours.expressionFailed, message));
  }
}

async function perform(name: string, action: JsonObject, context: RunContext): Promise<Outcome> {
  const { scope } = context;
  switch (action.type) {
    case "Http":
      return performHttp(name, action, asObject(evaluate(action.inputs, scope)), context);
    case "ApiConnection":
      return performApiConnection(name, action, asObject(evaluate(action.inputs, scope)), context);
    case "Compose": {
      const value = evaluate(action.inputs, scope);
      return succeeded({ inputs: value, outputs: value });
    }
    case "ParseJson":
      return performParseJson(asObject(action.inputs), scope);
    case "Select":
      return performSelect(asObject(action.inputs), scope);
    case "Query":
      return performQuery(asObject(action.inputs), scope);
    case "InitializeVariable":
      return initializeVariable(asObject(evaluate(action.inputs, scope)), context);
    case "SetVariable":
      return setVariable(asObject(evaluate(action.inputs, scope)), context);
    case "Response":
      return performResponse(asObject(action.inputs), context);
    case "Terminate":
      return performTerminate(asObject(evaluate(action.inputs, scope)));
    case "Wait":
      return performWait(asObject(evaluate(action.inputs, scope)), context.services.clock);
    case "Foreach":
      return performForeach(name, action, context, performAction);
    case "Until":
      return performUntil(name, action, context, performAction);
    default:
      return performControl(action, context);
  }
}

/** If, Switch and Scope run one set of actions, skip the others, and fail when that set does. */
async function performControl(action: JsonObject, context: RunContext): Promise<Outcome> {
  const { inputs, taken, passedOver } = chooseBranch(action, context.scope);
  for (const actions of passedOver) skipAll(actions, context);
  const ended = await runActions(taken, context, performAction);
  return outcomeOfSet(ended, context.services.readings, inputs === undefined ? {} : { inputs });
}

function isExpressionFailure(error: unknown): error is Error {
  return [EvaluationError, UnsupportedFunctionError, ConditionError, NotAvailableError].some(
    (failure) => error instanceof failure,
  );
}
