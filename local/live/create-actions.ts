import { ServiceBusError } from "../../emulator/service-bus";
import type { Action } from "./server/page-server";
import type { InjectableFault } from "./faults/injectable-faults";
import type { InjectedFault, InjectedFaults } from "./faults/injected-faults";
import { mendStack } from "./faults/mend-stack";
import type { LiveStack } from "./live-stack";
import { unlessDeleted } from "./unless-deleted";
import type { UpdateStreams } from "./update-streams";
import type { DeployedConsumer, DeployedRefresh } from "../stack/local-stack";

/** Starts a run, and reports its end where other runs' are. */
export type StartRun = (workflow: DeployedRefresh | DeployedConsumer) => void;

/** What actions work on. */
export interface ActionServices {
  readonly live: LiveStack;
  readonly injectable: readonly InjectableFault[];
  readonly injected: InjectedFaults;
  readonly updates: Pick<UpdateStreams, "announce" | "send">;
  readonly startRun: StartRun;
}

/** Creates what the page's buttons do, by path. */
export function createActions(services: ActionServices): Readonly<Record<string, Action>> {
  const { live, injectable, injected, updates, startRun } = services;
  return {
    "/runs": ({ workflow: name }) => {
      const workflow = live.find(name);
      const state = live.workflows().find((each) => each.name === workflow?.name);
      if (workflow === undefined || state === undefined) return "There is no such Logic App.";
      if (state.next === undefined) return "This Logic App is disabled.";
      if (state.isRunning) return "This Logic App is running.";
      startRun(workflow);
      updates.send();
      return undefined;
    },
    "/messages": ({ workflow: name }) => {
      const consumer = live.find(name);
      if (consumer?.role !== "consumer") return "There is no such consumer.";
      const sent = unlessDeleted(ServiceBusError, () => live.stack.source.send([consumer]));
      if (sent === undefined) return "The topic of this consumer is deleted.";
      updates.announce(`A message was sent to ${consumer.consumer.name}.`);
      return undefined;
    },
    "/faults": ({ fault: name }) => {
      const fault = injectable.find((each) => each.name === name);
      if (fault === undefined) return "There is no such fault.";
      const replaced = injected.list().find((each) => each.fault.server === fault.server);
      injected.inject(fault);
      updates.announce(`${fault.name} is armed.`);
      if (replaced !== undefined) mend(services, replaced);
      return undefined;
    },
    "/faults/clear": ({ fault: name }) => {
      const cleared = injected.clear(String(name));
      if (cleared === undefined) return "This fault is not in effect.";
      updates.announce(`${cleared.fault.name} is cleared.`);
      mend(services, cleared);
      return undefined;
    },
  };
}

/** Mends the stack in the background: refreshes may be under way. */
function mend({ live, updates }: ActionServices, fault: InjectedFault): void {
  void mendStack(live, fault).then((tokens) => {
    if (tokens.length > 0) updates.announce(`The client of ${tokens.join(" and ")} is authorized again.`);
  });
}
