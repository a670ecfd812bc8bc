import { withLayersOf } from "./checks/drawn";
import { mountChecks } from "./checks/panel";
import { followProjects } from "./checks/projects";
import { byId, h } from "./dom";
import { t } from "./i18n";
import { mountLegend } from "./legend/legend";
import { loadAll } from "./load";
import { addControls } from "./map/controls";
import { createMap } from "./map/create";
import { tellFaults } from "./map/faults";
import { anchorOf, boundsOf } from "./map/geometry";
import { addInteraction } from "./map/interact";
import { addLayers } from "./map/layers";
import { drawMeasure, fitPadding, flyToFinding } from "./map/measure";
import { fitToPaper } from "./map/paper";
import { syncMap } from "./map/sync";
import { syncTiles } from "./map/tiles";
import { followPlan } from "./planner/ask";
import { addDrawing } from "./planner/draw";
import { drawPlan } from "./planner/layers";
import { mountPlanner } from "./planner/panel";
import { showCounty } from "./risk/ask";
import { mountRisk } from "./risk/panel";
import { drawReach } from "./roads/reach/layers";
import { drawRoads } from "./roads/layers";
import { mountRoads } from "./roads/panel";
import { addPicking } from "./roads/pick";
import { PopupView } from "./popup/popup";
import { searchBox, type Found } from "./search/search";
import { mountHeader } from "./shell/header";
import { mountModes } from "./shell/mode";
import { mountSheet } from "./shell/sheet";
import { openedFinding, subscribe, update } from "./state";

let chooseFound: (found: Found) => void = () => undefined;

mountHeader(searchBox((found) => chooseFound(found)));
mountLegend();
followProjects();
mountChecks();
mountPlanner();
mountRisk();
mountRoads();
mountModes();
mountSheet();
void start();

/** Map and data come side by side; the page is ready when the map has drawn all of it for the first time. */
async function start(): Promise<void> {
  const loaded = loadAll();
  try {
    const map = await createMap(byId("map"));
    tellFaults(map);
    addLayers(map);
    syncMap(map);
    syncTiles(map);
    drawMeasure(map);
    addControls(map);
    fitToPaper(map);
    const popup = new PopupView(map);
    addInteraction(map, popup);
    drawPlan(map);
    addDrawing(map);
    drawRoads(map);
    drawReach(map);
    addPicking(map);
    const viewMoved = followPlan(() => {
      const [[west, south], [east, north]] = map.getBounds().toArray();
      return [west, south, east, north];
    });
    map.on("moveend", viewMoved);
    subscribe((now, changed) => {
      const finding = openedFinding(now, changed);
      if (!finding) return;
      popup.close();
      const tiles = withLayersOf(finding);
      if (tiles !== now.tiles) update({ tiles });
      flyToFinding(map, finding);
    });
    chooseFound = (found) => {
      if ("code" in found) return showCounty(found.code);
      const { geometry, hit } = found;
      const bounds = boundsOf([geometry]);
      if (!bounds) return;
      const [lon = 0, lat = 0] = anchorOf(geometry) ?? [];
      map.fitBounds(bounds, { padding: fitPadding(map), maxZoom: 14, duration: 1200 });
      popup.show([lon, lat], [hit]);
    };
    await loaded;
    map.once("idle", () => {
      document.documentElement.dataset.ready = "true";
    });
    map.triggerRepaint();
  } catch (error) {
    byId("map").replaceChildren(h("p", { class: "map-failed", role: "alert" }, t("webgl")));
    console.error(error);
  }
}
