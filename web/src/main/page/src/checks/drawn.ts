import type { Finding } from "../api/types";
import { state } from "../state";

/** The layers drawn from tiles, with those of a finding among them: what was measured must be on the map. */
export function withLayersOf(finding: Finding): ReadonlySet<string> {
  const needed = [finding.subjectLayer, finding.targetLayer].filter((id): id is string => id !== null && state.catalog?.isTiled(id) === true);
  return needed.every((id) => state.tiles.has(id)) ? state.tiles : new Set([...state.tiles, ...needed]);
}
