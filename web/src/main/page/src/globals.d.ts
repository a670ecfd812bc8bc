/** MapLibre's release, put in by the build: it names the worker so that a browser never mixes two releases. */
declare const MAPLIBRE_VERSION: string;

interface Window {
  /** For end-to-end tests and curious colleagues: the map, nothing else. */
  __anlan?: { map: import("maplibre-gl").Map };
}
