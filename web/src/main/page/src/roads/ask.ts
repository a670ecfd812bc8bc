import type { Geometry } from "geojson";
import { getJson } from "../api/client";
import { withQuery } from "../api/query";
import { subscribe, state } from "../state";
import { changeRoads, isShown, onRoads, roads } from "./store";
import type { BlackspotAnswer, Cut, RouteAnswer, RouteModel } from "./types";

/** The address of the question that the panel asks; null while an end is missing. */
export function routeAddress(more: Record<string, string> = {}): string | null {
  if (!roads.from || !roads.to) return null;
  const at = ([lon = 0, lat = 0]: number[]): string => `${lon.toFixed(6)},${lat.toFixed(6)}`;
  return withQuery("api/routes", { from: at(roads.from), to: at(roads.to), profile: "dangerous_goods", hour: String(roads.hour), cargo: roads.cargo, ...more });
}

/** Asks the service whenever the question has changed; of two answers only the later counts. */
export function followRoads(): void {
  onRoads((changed) => {
    if ((["from", "to", "hour", "cargo"] as const).some((key) => changed.has(key))) void askRoute();
    if (changed.has("tab")) open();
    if (changed.has("spotsListed")) void askBlackspots(true);
  });
  subscribe((_, changed) => {
    if (changed.has("mode")) open();
    if (changed.has("riskAsOf")) {
      spotsTurn++;
      changeRoads({ blackspots: null, blackspotsError: null });
      void askBlackspots();
    }
  });
}

function open(): void {
  void askModel();
  void askBlackspots();
}

async function askModel(): Promise<void> {
  if (!isShown("route") || roads.model) return;
  try {
    changeRoads({ model: await getJson<RouteModel>("api/routes/model") });
  } catch (error) {
    changeRoads({ error });
  }
}

let turn = 0;

async function askRoute(): Promise<void> {
  const mine = ++turn;
  const address = routeAddress();
  if (!address) {
    changeRoads({ answer: null, error: null, busy: false, chosen: null });
    return;
  }
  changeRoads({ busy: true });
  try {
    const answer = await getJson<RouteAnswer>(address);
    if (mine === turn) changeRoads({ answer, error: null, busy: false, chosen: (safest(answer) ?? answer.routes[0])?.id ?? null });
  } catch (error) {
    if (mine === turn) changeRoads({ answer: null, error, busy: false, chosen: null });
  }
}

const safest = ({ routes }: RouteAnswer): RouteAnswer["routes"][number] | undefined => routes.find(({ labels }) => labels.includes("safest"));

/** The address of the ranking; without a day the service takes the last of its facts. */
export const blackspotAddress = (more: Record<string, string>): string =>
  withQuery("api/roads/blackspots", { asOf: state.riskAsOf, ...more });

let spotsTurn = 0;

async function askBlackspots(anew = false): Promise<void> {
  if (!isShown("blackspots") || (roads.blackspots && !anew)) return;
  const mine = ++spotsTurn;
  try {
    const blackspots = await getJson<BlackspotAnswer>(blackspotAddress({ limit: String(roads.spotsListed) }));
    if (mine === spotsTurn) changeRoads({ blackspots, blackspotsError: null });
  } catch (blackspotsError) {
    if (mine === spotsTurn) changeRoads({ blackspotsError });
  }
}

let stretchTurn = 0;

/** Shows a stretch of a route on the map. */
export async function showStretch(route: string, from: string, to: string): Promise<void> {
  const mine = ++stretchTurn;
  try {
    const cut = await getJson<Cut>(withQuery("api/roads/cut", { route, from, to }));
    const features = cut.type === "FeatureCollection" ? cut.features : [cut];
    if (mine === stretchTurn) changeRoads({ stretch: features.map(({ geometry }) => geometry).filter((geometry): geometry is Geometry => geometry !== null), stretchError: null });
  } catch (stretchError) {
    if (mine === stretchTurn) changeRoads({ stretch: [], stretchError });
  }
}
