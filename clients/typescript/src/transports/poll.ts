import type { Core } from '../core.js';
import { ask } from './ask.js';
import type { Feed } from './feed.js';
import { persist } from './persist.js';

/** Follows a submission by conditional requests, as often as the server's Retry-After allows. */
export function overPoll(core: Core, feed: Feed): Promise<void> {
  return persist(core, feed, 'poll', async () => {
    const { retryAfterMs } = await ask(core, feed, 'poll');
    return { heard: true, pauseMs: (retryAfterMs ?? core.timing.pollMs) * (1 + Math.random() / 4) };
  });
}
