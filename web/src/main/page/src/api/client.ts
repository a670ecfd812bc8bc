/** What the service said when it could not answer (RFC 9457 problem details, with our `remedy`). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    readonly remedy: string | null,
  ) {
    super(detail ?? title);
  }
}

/** Told when a layer is still warming (503) and the request will be sent again. */
export type OnWait = (seconds: number) => void;

const MAX_WAIT_S = 15;
const MAX_ATTEMPTS = 80;

/**
 * GETs JSON from this very host. A 503 with `Retry-After` is waited for, since a layer that is warming will answer
 * soon; anything else that is not JSON with a 2xx becomes an {@link ApiError}.
 */
export async function getJson<T>(path: string, onWait?: OnWait, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const response = await send(path, signal ? { signal } : {});
    if (response.status === 503 && response.headers.has("Retry-After") && attempt < MAX_ATTEMPTS) {
      const seconds = retryAfterS(response.headers.get("Retry-After"));
      onWait?.(seconds);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      continue;
    }
    if (!response.ok) throw await toError(response);
    return (await response.json()) as T;
  }
}

/** POSTs JSON to this very host; a later question may abort it. */
export async function postJson<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(path, {
    method: "POST",
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await toError(response);
  return (await response.json()) as T;
}

async function send(path: string, request: RequestInit = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json, application/geo+json, application/problem+json" };
  if (request.body) headers["Content-Type"] = "application/json";
  try {
    return await fetch(path, { ...request, headers });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ApiError(0, "无法连接服务 / The service cannot be reached", null, null);
  }
}

function retryAfterS(header: string | null): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), MAX_WAIT_S) : 2;
}

/** What the service said with an answer that is none. */
export async function toError(response: Response): Promise<ApiError> {
  let body: Record<string, unknown> = {};
  try {
    body = (await response.json()) as Record<string, unknown>;
  } catch {
    // Not JSON: the status line is all there is to show.
  }
  const text = (key: string): string | null => (typeof body[key] === "string" ? (body[key] as string) : null);
  return new ApiError(
    response.status,
    text("title") ?? `HTTP ${response.status} ${response.statusText}`.trim(),
    text("detail"),
    text("remedy"),
  );
}
