/** Waits; rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * A signal that follows others and a deadline that can be moved. AbortSignal.any is missing in Node 18, and leaves
 * AbortSignal.timeout no way to be moved or cleared.
 */
export class Scope {
  private readonly controller = new AbortController();
  private readonly parents: AbortSignal[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onAbort: (event: Event) => void;
  /** Whether the deadline ended it. */
  timedOut = false;

  constructor(...parents: (AbortSignal | undefined)[]) {
    this.parents = parents.filter((p) => p !== undefined);
    this.onAbort = (event) => this.controller.abort((event.target as AbortSignal).reason);
    for (const parent of this.parents) {
      if (parent.aborted) this.controller.abort(parent.reason);
      else parent.addEventListener('abort', this.onAbort, { once: true });
    }
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Sets the deadline anew. */
  within(ms: number): this {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timedOut = true;
      this.controller.abort(new DOMException('The time is up.', 'TimeoutError'));
    }, ms);
    return this;
  }

  abort(reason?: unknown): void {
    this.controller.abort(reason);
  }

  /** Lets go of parents and timer. */
  dispose(): void {
    clearTimeout(this.timer);
    for (const parent of this.parents) parent.removeEventListener('abort', this.onAbort);
  }
}
