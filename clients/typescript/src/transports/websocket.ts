import { sleep } from '../abort.js';
import type { Core } from '../core.js';
import { JudgeError } from '../error.js';
import { ask } from './ask.js';
import type { Feed } from './feed.js';

/** Follows a submission over the client's WebSocket until it is judged or the WebSocket turns out to be blocked. */
export async function overWebSocket(core: Core, feed: Feed): Promise<void> {
  let leave = (): void => undefined;
  let onAbort = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(feed.signal.reason);
      feed.signal.addEventListener('abort', onAbort, { once: true });
      leave = core.socket.subscribe(feed.id, {
        message: (state) => {
          feed.deliver(state, 'websocket');
          if (feed.isDone) resolve();
        },
        failed: reject,
        blocked: resolve,
      });
    });
  } catch (error) {
    if (!(error instanceof JudgeError) || !error.isTransient) throw error;
    // This subscription is refused, for instance because there are too many: one poll, and another try.
    const { retryAfterMs } = await ask(core, feed, 'poll');
    if (!feed.isDone) await sleep((retryAfterMs ?? core.timing.pollMs) * (0.75 + Math.random() / 2), feed.signal);
  } finally {
    leave();
    feed.signal.removeEventListener('abort', onAbort);
  }
}
