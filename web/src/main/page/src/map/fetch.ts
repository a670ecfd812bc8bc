import { addProtocol } from "maplibre-gl";
import { toError } from "../api/client";
import { setPart } from "../shell/notices";

export const TILE_PROTOCOL = "anlan-tiles";

/** The layer is still being loaded by the service, which answers so of its own accord. */
const WARMING = 503;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const PART = "tiles";

/** The tiles that the map wants and could not be given, each with what cuts its pause short. */
const missing = new Map<object, () => void>();

/**
 * Fetches a tile until it is there or the map wants it no more: the map itself would take the first refusal for the
 * last word and leave a hole that looks like a place without risk. While one is missing, a notice says so.
 */
addProtocol(TILE_PROTOCOL, async ({ url }, { signal }) => {
  const address = url.slice(`${TILE_PROTOCOL}://`.length);
  const tile = {};
  try {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const { data, fault } = await attempt(address, signal);
      if (data) return { data };
      const woken = pause(fault ? pauseMs : FIRST_PAUSE_MS, signal);
      if (fault) miss(tile, woken.now, fault);
      await woken.over;
      signal.throwIfAborted();
    }
  } finally {
    if (missing.delete(tile)) tell();
  }
});

/** The tile, or what was wrong; neither where its layer is warming. */
async function attempt(address: string, signal: AbortSignal): Promise<{ data?: ArrayBuffer; fault?: unknown }> {
  try {
    const response = await fetch(address, { signal });
    if (response.ok) return { data: await response.arrayBuffer() };
    return response.status === WARMING ? {} : { fault: await toError(response) };
  } catch (fault) {
    signal.throwIfAborted();
    return { fault };
  }
}

/** Some time, shorter where somebody asks for it at once or for it no more. */
function pause(ms: number, signal: AbortSignal): { over: Promise<void>; now: () => void } {
  let now = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    now = resolve;
  });
  const timer = setTimeout(now, ms);
  signal.addEventListener("abort", now, { once: true });
  return { over: over.finally(() => clearTimeout(timer)), now };
}

let lastFault: unknown = null;

function miss(tile: object, now: () => void, fault: unknown): void {
  missing.set(tile, now);
  lastFault = fault;
  tell();
}

const tell = (): void =>
  missing.size === 0
    ? setPart(PART, { name: "partTiles", state: "ready" })
    : setPart(PART, { name: "partTiles", state: "failed", error: lastFault, note: "tilesMissing", retry: () => missing.forEach((now) => now()) });
