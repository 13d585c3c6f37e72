import { sleep } from './abort.js';
import type { Core } from './core.js';
import { JudgeError } from './error.js';
import { Backoff } from './timing.js';
import type { Submission } from './types.js';

const mostAttempts = 12;

/** How to submit. */
export interface SubmitOptions {
  /** By default a random one per call; give your own to make a repeat after a restart of your program harmless too. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * Posts a submission or a run until an answer comes. The Idempotency-Key makes the repeats one submission, so that a request whose
 * answer was lost can be sent again.
 */
export async function post(core: Core, path: string, body: unknown, options: SubmitOptions): Promise<Submission> {
  const key = options.idempotencyKey ?? randomKey();
  const signal = options.signal ?? new AbortController().signal;
  const backoff = new Backoff(core.timing);
  const giveUpAt = Date.now() + core.timing.submitMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await core.http.json<Submission>(path, {
        method: 'POST',
        body,
        headers: { 'Idempotency-Key': key },
        signal,
      });
    } catch (error) {
      if (!(error instanceof JudgeError) || !error.isTransient || attempt === mostAttempts) throw error;
      const delay = Math.max(backoff.next(), error.retryAfterMs ?? 0);
      if (Date.now() + delay > giveUpAt) throw error;
      await sleep(delay, signal);
    }
  }
}

function randomKey(): string {
  // Node 18 has no global crypto and a page that is not secure no randomUUID. The key has to be unique, not secret.
  const half = () => Math.random().toString(36).slice(2);
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${half()}${half()}`;
}
