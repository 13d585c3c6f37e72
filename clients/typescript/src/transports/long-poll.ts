import type { Core } from '../core.js';
import { ask } from './ask.js';
import type { Feed } from './feed.js';
import { persist } from './persist.js';

/** Follows a submission by requests that the server holds until there is something new. */
export async function overLongPoll(core: Core, feed: Feed): Promise<void> {
  const release = core.health.hold();
  try {
    await persist(core, feed, 'long-poll', async () => {
      const began = Date.now();
      // Without a version to compare with, the server would hold the first answer until the submission is judged.
      const { isNews } = await ask(core, feed, 'long-poll', feed.last === undefined ? undefined : core.timing.waitMs);
      // An instance that is a little behind answers at once with what is known already.
      const isHasty = !isNews && Date.now() - began < core.timing.pollMs;
      return { heard: true, pauseMs: isHasty ? core.timing.pollMs : 0 };
    });
  } finally {
    release();
  }
}
