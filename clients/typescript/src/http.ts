import { Scope } from './abort.js';
import { JudgeError, errorOf } from './error.js';
import type { Timing } from './timing.js';

/** One request. */
export interface HttpRequest {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Instead of the usual time. */
  withinMs?: number;
}

/** Requests to one server as one caller. */
export class Http {
  constructor(
    private readonly base: string,
    readonly key: string | undefined,
    private readonly fetch: typeof globalThis.fetch,
    private readonly timing: Timing,
  ) {}

  /** The authorization for what is not a fetch. */
  get headers(): Record<string, string> {
    return this.key === undefined ? {} : { Authorization: `Bearer ${this.key}` };
  }

  /** The address of a WebSocket of this server. */
  socketUrl(path: string): string {
    return new URL(this.address(path), globalThis.location?.href).href.replace(/^http/, 'ws');
  }

  /** The address of a path; throws when there is none. */
  address(path: string): string {
    if (this.base === '' && globalThis.location === undefined) throw new Error("JudgeClient needs a url where there is no page whose origin it could be");
    return this.base.replace(/\/+$/, '') + path;
  }

  /** The answer with its body read (undefined when it has none), or a JudgeError. 304 is an answer. */
  async send<T>(path: string, request: HttpRequest = {}): Promise<{ status: number; body: T | undefined; response: Response }> {
    this.address(path);
    const scope = new Scope(request.signal).within(request.withinMs ?? this.timing.requestMs);
    try {
      const response = await this.open(path, { ...request, signal: scope.signal });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as T), response };
    } catch (error) {
      throw error instanceof JudgeError ? error : this.explain(error, request.signal, scope);
    } finally {
      scope.dispose();
    }
  }

  /** The answer's JSON. */
  async json<T>(path: string, request: HttpRequest = {}): Promise<T> {
    const { status, body } = await this.send<T>(path, request);
    if (body === undefined) throw new JudgeError(0, 'Empty answer', { detail: `${path} answered ${status} without a body` });
    return body;
  }

  /** The answer with its body still to be read, or a JudgeError for a refusal. */
  async open(path: string, request: HttpRequest): Promise<Response> {
    const response = await this.fetch(this.address(path), {
      method: request.method ?? 'GET',
      headers: {
        ...this.headers,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...request.headers,
      },
      // Without a key the session cookie says who we are.
      credentials: 'same-origin',
      // The client compares versions itself; a browser's cache would answer 200 where the server said 304.
      cache: 'no-store',
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    if (response.status >= 400) throw await errorOf(response);
    return response;
  }

  private explain(error: unknown, signal: AbortSignal | undefined, scope: Scope): unknown {
    if (signal?.aborted === true) return signal.reason;
    if (scope.timedOut) return new JudgeError(0, 'Timeout', { detail: 'The server did not answer in time.', cause: error });
    return new JudgeError(0, 'Network error', { detail: error instanceof Error ? error.message : String(error), cause: error });
  }
}
