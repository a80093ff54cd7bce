import type { Behaviour, DeclaredBehaviour } from "./behaviour";
import { exercise } from "./exercised";

/** A behaviour that is a success of HTTP. */
export type Success = Behaviour & { readonly status: number };

/** A behaviour that is an error of HTTP, with the code that the service gives in the body. */
export type Refusal<Code = string> = Behaviour & { readonly status: number; readonly code: Code };

/** A behaviour that is the failure of an action or a run, with its code. */
export type Failure = Behaviour & { readonly code: string };

/** A behaviour that is a value which Azure fills in. */
export type Default<Value> = Behaviour & { readonly value: Value };

/** Declares a success with a status of HTTP. */
export function success<Status extends number>(
  status: Status,
  record: DeclaredBehaviour,
): DeclaredBehaviour & { readonly status: Status } {
  return { ...record, status };
}

/** Declares an error with a status of HTTP and the service's code. */
export function refusal<Code>(
  status: number,
  code: Code,
  record: DeclaredBehaviour,
): DeclaredBehaviour & { readonly status: number; readonly code: Code } {
  return { ...record, status, code };
}

/** Declares an error of which the source gives the rule, but not the status and code: those are ours. */
export function assumedRefusal<Code>(
  status: number,
  code: Code,
  record: DeclaredBehaviour,
): DeclaredBehaviour & { readonly status: number; readonly code: Code } {
  return { ...refusal(status, code, record), assumedCode: true };
}

/** Declares the failure of an action or a run. */
export function failure<const Code extends string>(
  code: Code,
  record: DeclaredBehaviour,
): DeclaredBehaviour & { readonly code: Code } {
  return { ...record, code };
}

/** Declares a failure of which the source gives the rule, but not the code: that is ours. */
export function assumedFailure(code: string, record: DeclaredBehaviour): DeclaredBehaviour & { readonly code: string } {
  return { ...failure(code, record), assumedCode: true };
}

/** Declares a default. */
export function defaultValue<Value>(
  value: Value,
  record: DeclaredBehaviour,
): DeclaredBehaviour & { readonly value: Value } {
  return { ...record, value };
}

/** Returns the value that Azure fills in, and notes that it did. */
export function byDefault<Value>(record: Default<Value>): Value {
  return exercise(record).value;
}
