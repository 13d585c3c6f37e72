import { sleep } from './abort.js';
import type { Core } from './core.js';
import { JudgeError } from './error.js';
import { Latest } from './latest.js';
import { mine } from './socket/topics.js';
import { Backoff } from './timing.js';
import type { Submission, SubmissionPage } from './types.js';
import { isNews } from './versions.js';

const mostRemembered = 1000;
const mostPages = 10;
/** The list is dearer than a single submission. */
const listEveryPolls = 2;

/** The states of every own submission, without end. */
export function watchMine(core: Core, signal: AbortSignal | undefined): AsyncIterableIterator<Submission> {
  return new Latest<Submission>(
    async (put, ended) => {
      const seen = new Seen((state) => put(state.id, state));
      for (;;) {
        ended.throwIfAborted();
        if (core.health.pick() === 'websocket') await overWebSocket(core, seen, ended);
        else await byList(core, seen, ended);
      }
    },
    signal,
    core.watches,
    mostRemembered,
  );
}

/** Knows the newest state of the submissions that were told of lately, and passes on what is news. */
class Seen {
  private readonly states = new Map<string, Submission>();

  constructor(private readonly put: (state: Submission) => void) {}

  /** The ids that are not judged yet. */
  get unfinished(): Set<string> {
    return new Set([...this.states.values()].filter((s) => s.state !== 'judged').map((s) => s.id));
  }

  deliver(state: Submission): void {
    const last = this.states.get(state.id);
    if (!isNews(state, last)) return;
    this.states.delete(state.id); // so that it goes to the end
    this.states.set(state.id, state);
    if (this.states.size > mostRemembered) this.states.delete(this.states.keys().next().value!);
    this.put(state);
  }
}

async function overWebSocket(core: Core, seen: Seen, signal: AbortSignal): Promise<void> {
  let leave = (): void => undefined;
  let onAbort = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      leave = core.socket.subscribe(mine, { message: (state) => seen.deliver(state), failed: reject, blocked: resolve });
    });
  } finally {
    leave();
    signal.removeEventListener('abort', onAbort);
  }
}

/** Polls the list until the WebSocket may be tried again. */
async function byList(core: Core, seen: Seen, signal: AbortSignal): Promise<void> {
  const leave = core.connection.fallBack('poll');
  const backoff = new Backoff(core.timing);
  try {
    while (core.health.pick() !== 'websocket') {
      let pauseMs = core.timing.pollMs * listEveryPolls * (1 + Math.random() / 4);
      try {
        await readList(core, seen, signal);
        backoff.reset();
      } catch (error) {
        if (!(error instanceof JudgeError) || !error.isTransient) throw error;
        pauseMs = Math.max(backoff.next(), error.retryAfterMs ?? 0);
      }
      await sleep(pauseMs, signal);
    }
  } finally {
    leave();
  }
}

/** The newest page, and older ones as long as something unfinished is not among them. */
async function readList(core: Core, seen: Seen, signal: AbortSignal): Promise<void> {
  const missing = seen.unfinished;
  let before = '';
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await core.http.json<SubmissionPage>(`/api/submissions?mine=true&kind=all&limit=50${before}`, { signal });
    for (const item of [...items].reverse()) {
      seen.deliver(item);
      missing.delete(item.id);
    }
    if (next === null || missing.size === 0) return;
    before = `&before=${encodeURIComponent(next)}`;
  }
}
