import type { ServiceBusEntity, ServiceBusOperation } from "../../azure";
import { findServiceBusOperation } from "../../azure";
import { gap } from "./fold-template";
import { decoded } from "./read-secret-call";
import type { ServiceBusRequirement } from "./requirements";

/** Texts that can replace a gap in or behind `/messages`. */
const fillings = ["", "head", "/head", "message", "message/token", "/message/token"];

/** Finds the operation on messages that a request performs, or those that it may perform. */
export function findMessageOperation(
  method: string,
  path: string,
): Pick<ServiceBusRequirement, "operation" | "dataActions" | "entity"> {
  const [, before, behind] = /^(.+?)(\/messages(?:[/{].*)?)$/i.exec(path) ?? [];
  if (behind === undefined && !path.includes(gap)) return { dataActions: [] };
  const entity = before === undefined || before.includes(gap) ? undefined : before;
  const matches = fillings.flatMap((filling) => {
    const tail = behind?.split(gap).join(filling) ?? `/messages${filling}`;
    return findServiceBusOperation(method, `${entity ?? "/any"}${tail}`) ?? [];
  });
  const [first] = matches;
  const operations: readonly ServiceBusOperation[] = [...new Set(matches.map(({ operation }) => operation))];
  return {
    ...(operations.length === 1 && operations[0] !== undefined ? { operation: operations[0] } : {}),
    dataActions: [...new Set(operations.map(({ dataAction }) => dataAction))].sort(),
    ...(first === undefined || entity === undefined ? {} : { entity: withDecodedNames(first.entity) }),
  };
}

function withDecodedNames({ name, subscription, deadLetters }: ServiceBusEntity): ServiceBusEntity {
  return {
    name: decoded(name),
    ...(subscription === undefined ? {} : { subscription: decoded(subscription) }),
    deadLetters,
  };
}
