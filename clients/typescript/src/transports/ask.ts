import type { Core } from '../core.js';
import { retryAfterMs } from '../error.js';
import type { Transport } from '../health.js';
import type { Submission } from '../types.js';
import type { Feed } from './feed.js';

/** What a conditional GET came to. */
export interface Answer {
  isNews: boolean;
  retryAfterMs: number | undefined;
}

/** A conditional GET of a feed's submission; `waitMs` makes it a long-poll. */
export async function ask(core: Core, feed: Feed, via: Transport, waitMs?: number): Promise<Answer> {
  const wait = waitMs === undefined ? '' : `?wait=${waitMs / 1000}`;
  const { body, response } = await core.http.send<Submission>(`/api/submissions/${encodeURIComponent(feed.id)}${wait}`, {
    headers: feed.last === undefined ? {} : { 'If-None-Match': `"${feed.last.version}"` },
    signal: feed.signal,
    withinMs: core.timing.requestMs + (waitMs ?? 0),
  });
  return { isNews: body !== undefined && feed.deliver(body, via), retryAfterMs: retryAfterMs(response) };
}
