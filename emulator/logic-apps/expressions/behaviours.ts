import { declareBehaviours, documented, inferred, notEmulated, reported } from "../../provenance";

const reference = "https://learn.microsoft.com/azure/logic-apps/expression-functions-reference";
const operators = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language#operators";

/** The failures of an expression when it is evaluated. Each fails its action with the code InvalidTemplate. */
export const behaviours = declareBehaviours("expressions", {
  notKnown: notEmulated("Functions have formats and uses whose answers no document gives", reference),
  wrongArgumentCount: documented("A function is called with as many arguments as it takes", reference),
  wrongArgumentType: documented("A function takes arguments of the types that the reference gives", reference),
  invalidArgument: documented("A function fails on an argument that it cannot answer for", reference),
  propertyOfNull: documented("A property of null is an error without '?', and null with it", operators),
  propertyOfScalar: inferred("A property of a text, a number or a boolean is an error, also with '?'", operators),
  absentProperty: reported(
    "A property that an object lacks is an error without '?', and null with it",
    "https://github.com/microsoft/powercat-business-approvals-kit/issues/280",
  ),
  propertyByNoText: inferred("A property of an object is selected by a string", operators),
  elementByNoInteger: inferred("An element of an array is selected by an integer", operators),
  absentElement: inferred("An element beyond an array is an error without '?', and null with it", operators),
  nameIsNoText: inferred("An expression that is a property's name gives a string", reference),
});
