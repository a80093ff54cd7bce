import { defaultReadings } from "../../emulator/provenance";
import { testPublishedAnswers } from "./published-answer-suite";

testPublishedAnswers("http", defaultReadings);
