import type { Submission } from './types.js';

/**
 * Whether a state tells something that the last one did not. A server instance may be a little behind another, and a
 * reconnect repeats; the place in the queue moves without a new version.
 */
export function isNews(state: Submission, last: Submission | undefined): boolean {
  if (last === undefined || state.version > last.version) return true;
  return (
    state.version === last.version &&
    state.state === 'queued' &&
    state.queue !== null &&
    last.queue !== null &&
    state.queue.ahead < last.queue.ahead
  );
}
