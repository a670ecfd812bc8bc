import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { onLanguage } from "../i18n";
import { state, subscribe, type LayerKey, type State } from "../state";
import { addBasemap } from "./create";
import * as data from "./data";
import { layersOf, type SourceName } from "./layers";

/** A source, what it draws, and the parts of the state that make it draw anew. */
interface Feed {
  needs: (keyof State)[];
  draw: (state: State) => Partial<Record<SourceName, FeatureCollection>>;
}

const feeds: Feed[] = [
  { needs: ["riskMap", "hiddenGrades"], draw: (s) => ({ regions: data.regionFills(s) }) },
  { needs: ["riskMap"], draw: (s) => ({ "region-labels": data.regionLabels(s) }) },
  { needs: ["regions"], draw: (s) => ({ borders: data.borders(s), "city-labels": data.cityLabels(s) }) },
  { needs: ["water"], draw: (s) => ({ water: data.waterFills(s), "water-labels": data.waterLabels(s) }) },
  { needs: ["shores"], draw: (s) => ({ shores: data.shoreLines(s) }) },
  { needs: ["zones"], draw: (s) => ({ zone: data.zoneAreas(s) }) },
  {
    needs: ["projects", "projectChecks", "hiddenProjects"],
    draw: (s) => {
      const { areas, signs } = data.projects(s);
      return { projects: areas, "project-points": signs };
    },
  },
];

/** Keeps the map's picture equal to the page's state. */
export function syncMap(map: MapLibre): void {
  const feed = (changed: ReadonlySet<keyof State> | null): void => {
    for (const { needs, draw } of feeds) {
      if (changed && !needs.some((need) => changed.has(need))) continue;
      for (const [name, collection] of Object.entries(draw(state))) {
        map.getSource<GeoJSONSource>(name)?.setData(collection);
      }
    }
  };
  const switchLayers = (): void => {
    for (const [key, shown] of Object.entries(state.layers) as [LayerKey, boolean][]) {
      const visible = key === "pattern" ? shown && state.layers.regions : shown;
      const layers = key === "basemap" && map.getLayer("basemap") ? ["basemap"] : layersOf(key);
      for (const id of layers) map.setLayoutProperty(id, "visibility", visible ? "visible" : "none");
    }
    const overBasemap = state.layers.basemap && map.getLayer("basemap") !== undefined;
    map.setPaintProperty("region-fill", "fill-opacity", overBasemap ? 0.45 : 0.62);
  };
  const chooseRegion = (): void => {
    map.setFilter("region-chosen", ["==", ["get", "code"], state.regionCode ?? ""]);
  };
  const addConfiguredBasemap = (): void => {
    if (state.status?.basemap && !map.getSource("basemap")) addBasemap(map, state.status.basemap);
  };

  addConfiguredBasemap();
  feed(null);
  switchLayers();
  subscribe((_, changed) => {
    if (changed.has("status")) addConfiguredBasemap();
    feed(changed);
    if (changed.has("layers") || changed.has("status")) switchLayers();
    if (changed.has("regionCode")) chooseRegion();
  });
  onLanguage(() => map.getSource<GeoJSONSource>("region-labels")?.setData(data.regionLabels(state)));
}
