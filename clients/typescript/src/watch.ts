import type { Core } from './core.js';
import type { Transport } from './health.js';
import { Latest } from './latest.js';
import { Feed } from './transports/feed.js';
import { overLongPoll } from './transports/long-poll.js';
import { overPoll } from './transports/poll.js';
import { overSse } from './transports/sse.js';
import { overWebSocket } from './transports/websocket.js';
import type { Submission } from './types.js';

/** How to watch. */
export interface WatchOptions {
  signal?: AbortSignal;
  /** Told by which transport states come, at the first state and whenever it changes. */
  onTransport?: (transport: Transport) => void;
}

const follow: Record<Transport, (core: Core, feed: Feed) => Promise<void>> = {
  websocket: overWebSocket,
  sse: overSse,
  'long-poll': overLongPoll,
  poll: overPoll,
};

/** The states of one submission, each newer than the one before, ending after the judged one. */
export function watch(core: Core, givenId: string, options: WatchOptions): AsyncIterableIterator<Submission> {
  // As the server writes it.
  const id = givenId.toLowerCase();
  return new Latest<Submission>(
    async (put, signal) => {
      const feed = new Feed(id, signal, (state) => put(id, state), options.onTransport ?? (() => undefined));
      while (!feed.isDone) {
        signal.throwIfAborted();
        const transport = core.health.pick();
        const leave = transport === 'websocket' ? () => undefined : core.connection.fallBack(transport);
        try {
          await follow[transport](core, feed);
        } finally {
          leave();
        }
      }
    },
    options.signal,
    core.watches,
    1,
  );
}
