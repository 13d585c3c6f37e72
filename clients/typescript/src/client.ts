import { ConnectionState, type Connection } from './connection.js';
import type { Core } from './core.js';
import { allTransports, Health, type Transport } from './health.js';
import { Http } from './http.js';
import { SharedSocket } from './socket/shared-socket.js';
import { webSocketHere, type WebSocketFactory } from './socket/web-socket.js';
import { post, type SubmitOptions } from './submit.js';
import { defaultTiming, type Timing } from './timing.js';
import type { Distribution, Language, ListOptions, Me, Problem, ProblemSummary, Queue, RunRequest, Submission, SubmissionPage, SubmissionRequest } from './types.js';
import { watchMine } from './watch-mine.js';
import { watch, type WatchOptions } from './watch.js';

export interface JudgeClientOptions {
  /** The server's address; by default the page's own origin. */
  url?: string;
  /** An API key. Without one a browser's session cookie says who is calling. */
  key?: string;
  /** Instead of the global fetch. */
  fetch?: typeof globalThis.fetch;
  /** Makes a WebSocket that sends headers; for Node before 22, which has none. */
  webSocket?: WebSocketFactory;
  /** What may be used to hear of changes, best first; all by default. */
  transports?: readonly Transport[];
  /** Event streams and long-polls at once; further watches poll. By default 3 in a page, since a browser opens 6 connections. */
  maxStreams?: number;
  timing?: Partial<Timing>;
}

interface RequestOptions {
  signal?: AbortSignal;
}

/** One caller of one Judge server. Nothing is opened before the first call. */
export class JudgeClient {
  private readonly core: Core;
  private readonly state = new ConnectionState();
  private sessionKey: string | undefined;

  constructor(options: JudgeClientOptions = {}) {
    const timing = { ...defaultTiming, ...options.timing };
    const http = new Http(options.url ?? '', options.key, options.fetch ?? ((...request) => globalThis.fetch(...request)), timing);
    const socketHere = () => (options.webSocket === undefined ? webSocketHere() : { create: options.webSocket, sendsHeaders: true });
    // A browser's WebSocket sends the cookie and no key, and the session may be somebody else's, unless it was begun with this key.
    const canSocket = () => {
      const here = socketHere();
      return here !== undefined && (here.sendsHeaders || options.key === undefined || options.key === this.sessionKey);
    };
    const health = new Health(
      options.transports ?? allTransports,
      (transport) => transport !== 'websocket' || canSocket(),
      options.maxStreams ?? (typeof document === 'undefined' ? Infinity : 3),
      timing,
    );
    const socket = new SharedSocket(() => socketHere()!.create, http, health, this.state, timing);
    this.core = { http, timing, health, connection: this.state, socket, watches: new Set() };
  }

  /** Submits a program. Sent again, as the same submission, when no answer comes, the server is in trouble or says "later". */
  submit(request: SubmissionRequest, options: SubmitOptions = {}): Promise<Submission> {
    return post(this.core, '/api/submissions', { problem: request.problem, language: request.language, source: request.source }, options);
  }

  /** Runs a program on inputs of one's own; a submission of kind `run`, which can be watched like any. Sent again as `submit` does. */
  run(request: RunRequest, options: SubmitOptions = {}): Promise<Submission> {
    const { problem, language, source, inputs } = request;
    return post(this.core, '/api/runs', { problem, language, source, inputs }, options);
  }

  /** A submission as it is now. */
  get(id: string, options: RequestOptions = {}): Promise<Submission> {
    return this.core.http.json(`/api/submissions/${encodeURIComponent(id)}`, options);
  }

  /** The caller's submissions (an admin's: everyone's), newest first. */
  list({ signal, ...filter }: ListOptions = {}): Promise<SubmissionPage> {
    const given = Object.entries(filter).filter(([, value]) => value !== undefined);
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return this.core.http.json(`/api/submissions${query === '' ? '' : `?${query}`}`, { signal });
  }

  /** Withdraws a submission that is still queued; a JudgeError 409 when it no longer is. */
  cancel(id: string, options: RequestOptions = {}): Promise<Submission> {
    return this.core.http.json(`/api/submissions/${encodeURIComponent(id)}`, { method: 'DELETE', ...options });
  }

  languages(options: RequestOptions = {}): Promise<Language[]> {
    return this.core.http.json('/api/languages', options);
  }

  problems(options: RequestOptions = {}): Promise<ProblemSummary[]> {
    return this.core.http.json('/api/problems', options);
  }

  problem(slug: string, options: RequestOptions = {}): Promise<Problem> {
    return this.core.http.json(`/api/problems/${encodeURIComponent(slug)}`, options);
  }

  /** Time and memory of the accepted submissions in a language, and where the caller's best stands. */
  distribution(slug: string, language: string, options: RequestOptions = {}): Promise<Distribution> {
    return this.core.http.json(`/api/problems/${encodeURIComponent(slug)}/distribution?language=${encodeURIComponent(language)}`, options);
  }

  /** Who is calling. */
  me(options: RequestOptions = {}): Promise<Me> {
    return this.core.http.json('/api/me', options);
  }

  /** Depth, workers and age of each tier's queue. */
  queues(options: RequestOptions = {}): Promise<Queue[]> {
    return this.core.http.json('/api/queues', options);
  }

  /**
   * The states of a submission as they come, ending after the judged one. Connections that fail are made again; a consumer that
   * is slow gets only the newest state. Throws a JudgeError when the server refuses (401, 403, 404), and the signal's reason.
   */
  watch(id: string, options: WatchOptions = {}): AsyncIterableIterator<Submission> {
    return watch(this.core, id, options);
  }

  /** The submission once it is judged. */
  async judged(id: string, options: WatchOptions = {}): Promise<Submission> {
    for await (const state of this.watch(id, options)) if (state.state === 'judged') return state;
    throw new Error('A watch ends with the judged state.');
  }

  /**
   * The states of all the caller's submissions, those not judged or judged lately first; without end. Without a WebSocket the
   * list is polled. After more than 1000 submissions a state of an old one may come twice.
   */
  watchMine(options: RequestOptions = {}): AsyncIterableIterator<Submission> {
    return watchMine(this.core, options.signal);
  }

  /** Trades a key for a session cookie, in a browser. */
  async signIn(key: string, options: RequestOptions = {}): Promise<void> {
    await this.core.http.send('/api/session', { method: 'POST', body: { key }, ...options });
    this.sessionKey = key;
    this.core.socket.reset();
  }

  /** Ends the session. */
  async signOut(options: RequestOptions = {}): Promise<void> {
    await this.core.http.send('/api/session', { method: 'DELETE', ...options });
    this.sessionKey = undefined;
    this.core.socket.reset();
  }

  /** How changes are heard of at this moment; the same object until it changes. */
  get connection(): Connection {
    return this.state.current;
  }

  /** Calls the listener after each change of `connection`, until the function that it returns is called. */
  onConnection(listener: () => void): () => void {
    return this.state.listen(listener);
  }

  /** Ends every watch and closes the WebSocket at once. The client can be used again. */
  close(): void {
    for (const watch of [...this.core.watches]) watch.abort(new DOMException('The client was closed.', 'AbortError'));
    this.core.socket.reset();
  }
}
