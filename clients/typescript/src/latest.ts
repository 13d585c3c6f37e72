import { Scope } from './abort.js';

/**
 * An async iterator over what a producer puts, keeping only the newest value of each key for a consumer that is slow. The
 * producer starts with the first next() and is aborted by return(), which `break` calls, or by the caller's signal.
 */
export class Latest<T> implements AsyncIterableIterator<T> {
  /** From the start on; before it nothing is held, not even the caller's signal. */
  private scope: Scope | undefined;
  private readonly pending = new Map<string, T>();
  private readonly waiting: { resolve: (result: IteratorResult<T>) => void; reject: (error: unknown) => void }[] = [];
  private started = false;
  private ended: { error?: unknown } | undefined;

  /**
   * @param open Where it is entered while it runs.
   * @param most Values that are kept; past that the oldest go.
   */
  constructor(
    private readonly produce: (put: (key: string, value: T) => void, signal: AbortSignal) => Promise<void>,
    private readonly signal: AbortSignal | undefined,
    private readonly open: Set<Latest<T>>,
    private readonly most: number,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    this.start();
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.serve();
    });
  }

  return(): Promise<IteratorResult<T>> {
    this.pending.clear();
    this.end({});
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Ends it from outside: the consumer's next() throws the reason. */
  abort(reason: unknown): void {
    this.scope?.abort(reason);
  }

  private start(): void {
    if (this.started) return;
    this.started = true;
    this.open.add(this);
    this.scope = new Scope(this.signal);
    const { signal } = this.scope;
    const abort = () => {
      if (this.ended !== undefined) return;
      this.pending.clear();
      this.end({ error: signal.reason });
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    this.produce((key, value) => this.put(key, value), signal).then(
      () => this.end({}),
      (error: unknown) => this.end({ error }),
    );
  }

  private put(key: string, value: T): void {
    if (this.ended !== undefined) return;
    this.pending.delete(key); // so that it goes to the end
    this.pending.set(key, value);
    if (this.pending.size > this.most) this.pending.delete(this.pending.keys().next().value!);
    this.serve();
  }

  private end(how: { error?: unknown }): void {
    if (this.ended !== undefined) return;
    this.started = true;
    this.ended = how;
    this.scope?.abort(new DOMException('The watch has ended.', 'AbortError'));
    this.scope?.dispose();
    this.open.delete(this);
    this.serve();
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const first = this.pending.entries().next();
      if (first.done !== true) {
        this.pending.delete(first.value[0]);
        this.waiting.shift()!.resolve({ done: false, value: first.value[1] });
      } else if (this.ended !== undefined && 'error' in this.ended) {
        const { error } = this.ended;
        this.ended = {}; // thrown once, then done
        this.waiting.shift()!.reject(error);
      } else if (this.ended !== undefined) {
        this.waiting.shift()!.resolve({ done: true, value: undefined });
      } else {
        return;
      }
    }
  }
}
