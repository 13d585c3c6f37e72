import { sleep } from '../abort.js';
import type { Core } from '../core.js';
import { JudgeError } from '../error.js';
import type { Transport } from '../health.js';
import { Backoff } from '../timing.js';
import { ask } from './ask.js';
import type { Feed } from './feed.js';

/** How one connection by a transport ended, when not by an error. */
export interface Attempt {
  /** Whether the transport did its work: something came through. */
  heard: boolean;
  /** Whether it was given up because nothing came through in time. */
  slow?: boolean;
  /** Wait before the next, instead of backing off. */
  pauseMs?: number | undefined;
}

const mostFailures = 2;

/**
 * Repeats connections by one transport until the submission is judged or another transport is to be used. After a failure a
 * plain request tells whether the server is away (then this goes on, backing off) or something blocks the transport.
 */
export async function persist(core: Core, feed: Feed, via: Transport, connect: () => Promise<Attempt>): Promise<void> {
  const backoff = new Backoff(core.timing);
  let failures = 0;
  while (!feed.isDone && core.health.pick(via) === via) {
    const began = Date.now();
    let attempt: Attempt | undefined;
    let retryAfterMs = 0;
    try {
      attempt = await connect();
    } catch (error) {
      if (!(error instanceof JudgeError)) throw error;
      if (!error.isTransient) {
        if (core.health.isLast(via)) throw error;
        // Either this caller is refused, and then a plain request is too, or only this way of asking is.
        await isServerUp(core, feed);
        core.health.block(via);
        return;
      }
      retryAfterMs = error.retryAfterMs ?? 0;
    }
    if (feed.isDone) return;
    if (attempt?.heard === true) {
      core.health.works(via);
      failures = 0;
      // One that is cut off after each first event is not to be opened ten times a second.
      if (attempt.pauseMs !== undefined || Date.now() - began > core.timing.backoffCapMs) backoff.reset();
      await sleep(attempt.pauseMs ?? backoff.next(), feed.signal);
      continue;
    }
    if (!core.health.isLast(via) && (await isServerUp(core, feed)) && (attempt?.slow === true || ++failures >= mostFailures)) {
      core.health.block(via);
      return;
    }
    if (!feed.isDone) await sleep(Math.max(backoff.next(), retryAfterMs), feed.signal);
  }
}

async function isServerUp(core: Core, feed: Feed): Promise<boolean> {
  try {
    await ask(core, feed, 'poll');
    return true;
  } catch (error) {
    if (!(error instanceof JudgeError) || !error.isTransient) throw error;
    return error.status === 429;
  }
}
