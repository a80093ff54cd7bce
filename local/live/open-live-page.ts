import { faults } from "../faults";
import type { LocalStack } from "../stack/local-stack";
import { RunAnnouncer } from "./announce-runs";
import { bundleClient } from "./bundle-client";
import { createActions, type StartRun } from "./create-actions";
import { InjectedFaults } from "./faults/injected-faults";
import { listInjectableFaults } from "./faults/injectable-faults";
import { LiveStack } from "./live-stack";
import type { PageParts } from "./page-update";
import { openPageServer } from "./server/page-server";
import { UpdateStreams } from "./update-streams";
import { renderLiveDocument, type ContainerId } from "./view/live-document";
import { renderFaultChoice, renderInjectedFaults } from "./view/render-faults";
import { renderRuns } from "./view/render-runs";
import { renderWorkflows } from "./view/render-workflows";

/** The live page of a served stack. */
export interface LivePage {
  /** Opens it. Whoever has it can start runs and inject faults. */
  readonly address: string;
  /** Tells the open tabs, and ends the server. */
  close(): Promise<void>;
}

/**
 * Opens the live page of a stack: its runs as they happen, buttons that start them, and faults to inject.
 *
 * @param root folder of the project, in which the page's script is
 */
export async function openLivePage(stack: LocalStack, startRun: StartRun, root: string): Promise<LivePage> {
  const live = new LiveStack(stack);
  const injectable = listInjectableFaults(stack);
  const injected = new InjectedFaults(stack);
  const announcer = new RunAnnouncer();
  let shown = { runs: live.runs(), elements: renderRuns(live.runs()) };
  const updates = new UpdateStreams(() => {
    const runs = live.runs();
    // Most looks find nothing new, and rendering takes longest.
    if (runs !== shown.runs) shown = { runs, elements: renderRuns(runs) };
    const parts: Record<ContainerId, PageParts[string]> = {
      workflows: renderWorkflows(live.workflows()),
      "fault-choices": renderFaultChoice(injectable, faults.length - injectable.length),
      faults: renderInjectedFaults(injected.list()),
      runs: shown.elements,
    };
    return { parts, announcements: announcer.look(runs.outermost) };
  });
  const server = await openPageServer({
    ...renderLiveDocument(await bundleClient(root)),
    stream: (response) => {
      updates.open(response);
    },
    actions: createActions({ live, injectable, injected, updates, startRun }),
  });
  return {
    address: server.address,
    close: async () => {
      updates.end();
      await server.close();
    },
  };
}
