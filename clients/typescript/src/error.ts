/** What the server refused, as its problem+json says it; `status` 0 means that no answer came (network, timeout). */
export class JudgeError extends Error {
  override readonly name = 'JudgeError';
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  /** Field to messages, for a request that is not valid. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** What Retry-After said. */
  readonly retryAfterMs: number | undefined;

  constructor(
    status: number,
    title: string,
    more: { detail?: string | undefined; errors?: Record<string, string[]> | undefined; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    const fields = Object.entries(more.errors ?? {}).map(([field, messages]) => `${field}: ${messages.join(', ')}`);
    const text = [more.detail ?? title, ...fields].join('; ');
    super(status === 0 ? text : `${status} ${text}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.status = status;
    this.title = title;
    this.detail = more.detail;
    this.errors = more.errors ?? {};
    this.retryAfterMs = more.retryAfterMs;
  }

  /** Whether the same request may do better later: no answer, a server in trouble, or too many requests. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether no other transport would be answered differently: who is asking, or for what, is wrong. */
  get isFinal(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

/** Reads a refusal; a proxy's HTML page makes an error with only a status. */
export async function errorOf(response: Response): Promise<JudgeError> {
  const problem = parseObject(await response.text().catch(() => ''));
  return new JudgeError(response.status, text(problem['title']) ?? (response.statusText || `HTTP ${response.status}`), {
    detail: text(problem['detail']),
    errors: problem['errors'] as Record<string, string[]> | undefined,
    retryAfterMs: retryAfterMs(response),
  });
}

/** Retry-After in ms: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null || value === '') return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function parseObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // not JSON: not our server's
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
