import { everyPairOfReadings } from "../../../local/readings/every-pair";
import { testPublishedAnswers } from "../published-answer-suite";

for (const readings of everyPairOfReadings()) {
  for (const writePath of ["http", "connector"] as const) testPublishedAnswers(writePath, readings);
}
