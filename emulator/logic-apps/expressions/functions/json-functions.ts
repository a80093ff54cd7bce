import { memberName } from "../values/member";
import type { FunctionGroup } from "./workflow-function";

export const jsonFunctions: FunctionGroup = {
  addProperty: {
    takes: [3, 3],
    call(given) {
      const [object, name] = [given.object(0), given.text(1)];
      if (memberName(object, name) !== undefined) throw given.failure("the object has the property already");
      return { ...object, [name]: given.values[2] };
    },
  },
  coalesce: {
    takes: [1, Infinity],
    call: ({ values }) => values.find((value) => value !== null && value !== undefined) ?? null,
  },
  removeProperty: {
    takes: [2, 2],
    call(given) {
      const object = given.object(0);
      const removed = memberName(object, given.text(1));
      return Object.fromEntries(Object.entries(object).filter(([name]) => name !== removed));
    },
  },
  setProperty: {
    takes: [3, 3],
    call(given) {
      const [object, name] = [given.object(0), given.text(1)];
      return { ...object, [memberName(object, name) ?? name]: given.values[2] };
    },
  },
};
