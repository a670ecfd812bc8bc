import { getJson } from "../../api/client";
import { withQuery } from "../../api/query";
import { isShown, onRoads } from "../store";
import { subscribe } from "../../state";
import { changeReach, FIRST_ROWS, onReach, reach } from "./store";
import type { BestAnswer, ReachAnswer, WithAnswer } from "./types";

/** The most that the service lists: what is drawn and downloaded is all of it, or the panel says how much. */
export const MOST_LISTED = "50000";
const STATIONS = "5";

/** The address of a question about the teams that are chosen. */
export const reachAddress = (path: string, more: Record<string, string>): string =>
  withQuery(`api/roads/reach${path}`, { kinds: reach.teams, minutes: String(reach.minutes), ...more });

/** Asks the service whenever the question has changed; of two answers only the later counts. */
export function followReach(): void {
  const open = (): void => {
    if (isShown("reach") && !reach.answer && !reach.busy) void ask();
  };
  onReach((changed) => {
    if (changed.has("teams") || changed.has("minutes")) void ask();
    if (changed.has("station") || changed.has("teams") || changed.has("minutes")) void askStation();
  });
  onRoads((changed) => {
    if (changed.has("tab")) open();
  });
  subscribe((_, changed) => {
    if (changed.has("mode")) open();
  });
}

let turn = 0;

async function ask(): Promise<void> {
  const mine = ++turn;
  changeReach({ busy: true, best: null });
  try {
    const answer = await getJson<ReachAnswer>(reachAddress("", { limit: MOST_LISTED }));
    if (mine === turn) changeReach({ answer, error: null, busy: false, listed: { ...reach.listed, gaps: FIRST_ROWS, unplaced: FIRST_ROWS } });
  } catch (error) {
    if (mine === turn) changeReach({ answer: null, error, busy: false });
  }
}

let stationTurn = 0;

async function askStation(): Promise<void> {
  const mine = ++stationTurn;
  const { station } = reach;
  if (!station) {
    changeReach({ added: null, addedError: null });
    return;
  }
  try {
    const at = station.slice(0, 2).map((degrees) => degrees.toFixed(6)).join();
    const added = await getJson<WithAnswer>(reachAddress("/with", { at, limit: MOST_LISTED }));
    if (mine === stationTurn) changeReach({ added, addedError: null, listed: { ...reach.listed, closed: FIRST_ROWS } });
  } catch (addedError) {
    if (mine === stationTurn) changeReach({ added: null, addedError });
  }
}

/** Looks for the places where more stations would close the most gaps. */
export async function askBest(): Promise<void> {
  changeReach({ bestBusy: true });
  try {
    changeReach({ best: await getJson<BestAnswer>(reachAddress("/best", { count: STATIONS })), bestBusy: false });
  } catch (error) {
    changeReach({ error, bestBusy: false });
  }
}
