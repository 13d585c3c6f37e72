import { Scope } from '../abort.js';
import type { Core } from '../core.js';
import { JudgeError } from '../error.js';
import type { Submission } from '../types.js';
import type { Feed } from './feed.js';
import { persist, type Attempt } from './persist.js';
import { SseParser } from './sse-parser.js';

/**
 * Follows a submission by event streams. They are read from fetch, because an EventSource cannot send headers and is missing
 * in Node. Last-Event-ID is not sent: asked without it the server tells the present state at once, which shows that the
 * stream is not held up on its way, and a place in the queue that changed under the same version is not missed.
 */
export async function overSse(core: Core, feed: Feed): Promise<void> {
  const release = core.health.hold();
  try {
    await persist(core, feed, 'sse', () => read(core, feed));
  } finally {
    release();
  }
}

async function read(core: Core, feed: Feed): Promise<Attempt> {
  const { http, timing, health } = core;
  const scope = new Scope(feed.signal).within(timing.connectMs);
  const betterIn = health.betterIn('sse');
  let toBetter: ReturnType<typeof setTimeout> | undefined;
  let heard = false;
  let isLeaving = false;
  try {
    const response = await http.open(`/api/submissions/${encodeURIComponent(feed.id)}/events`, {
      headers: { Accept: 'text/event-stream' },
      signal: scope.signal,
    });
    if (response.status === 204) return { heard: false };
    if (response.body === null || !(response.headers.get('content-type') ?? '').startsWith('text/event-stream'))
      throw new JudgeError(406, 'Not an event stream', { detail: 'Something between here and the server answered instead of it.' });
    // A better transport is tried again once its block is over; this stream has to end for that.
    if (betterIn !== undefined) 
      toBetter = setTimeout(() => {
        isLeaving = true;
        scope.abort();
      }, betterIn);
    const parser = new SseParser();
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    while (!feed.isDone) {
      const { done, value } = await reader.read();
      if (done) return { heard };
      for (const event of parser.push(decoder.decode(value, { stream: true }))) {
        if (event.type !== 'submission') continue;
        heard = true;
        feed.deliver(JSON.parse(event.data) as Submission, 'sse');
      }
      if (heard) scope.within(timing.silenceMs);
    }
    return { heard };
  } catch (error) {
    if (feed.signal.aborted || error instanceof JudgeError) throw error;
    if (isLeaving) return { heard: true, pauseMs: 0 };
    return { heard, slow: scope.timedOut && !heard }; // cut off, or silent for too long
  } finally {
    clearTimeout(toBetter);
    scope.abort(); // ends the request if it still runs
    scope.dispose();
  }
}
