import { workflowStyles } from "../../../pictures";
import { timelineStyles } from "../timeline/timeline-styles";
import { colours } from "./colours";
import { content } from "./content";
import { frame } from "./frame";
import { graph } from "./graph";
import { print } from "./print";

/** The style sheets of a page, in order. */
export const styles: readonly string[] = [colours, frame, content, timelineStyles, workflowStyles, graph, print];
