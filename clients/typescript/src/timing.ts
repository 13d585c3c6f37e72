/** How long things may take. The defaults suit; tests and odd networks change them. All in ms. */
export interface Timing {
  /** A plain request. */
  requestMs: number;
  /** From opening a WebSocket or an event stream to the first message on it; past that, something in between blocks it. */
  connectMs: number;
  /** Silence on the WebSocket after which everything is asked for again, so that a dead one is noticed (a browser shows no pings). */
  idleMs: number;
  /** Silence on an event stream that means it is dead: the server sends a comment each 15 s. */
  silenceMs: number;
  /** How long the WebSocket stays open after the last watch. */
  lingerMs: number;
  /** How long a long-poll is held. */
  waitMs: number;
  /** Between polls when the server does not say. */
  pollMs: number;
  /** How long a blocked transport is not tried again; doubles each time, up to ten times this. */
  blockedMs: number;
  /** First and longest step of the exponential back-off; each delay is drawn from 0 to the step. */
  backoffMs: number;
  backoffCapMs: number;
  /** After this no further attempt to submit is begun. */
  submitMs: number;
}

export const defaultTiming: Timing = {
  requestMs: 15_000,
  connectMs: 5_000,
  idleMs: 30_000,
  silenceMs: 45_000,
  lingerMs: 3_000,
  waitMs: 20_000,
  pollMs: 1_000,
  blockedMs: 60_000,
  backoffMs: 100,
  backoffCapMs: 5_000,
  submitMs: 30_000,
};

/** Exponential back-off with full jitter, so that clients which lost the same server do not come back together. */
export class Backoff {
  private step = 0;

  constructor(private readonly timing: Timing) {}

  next(): number {
    return Math.random() * Math.min(this.timing.backoffCapMs, this.timing.backoffMs * 2 ** this.step++);
  }

  /** Whether nothing failed lately. */
  get isFresh(): boolean {
    return this.step === 0;
  }

  reset(): void {
    this.step = 0;
  }
}
