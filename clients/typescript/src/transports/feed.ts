import type { Transport } from '../health.js';
import type { Submission } from '../types.js';
import { isNews } from '../versions.js';

/** What one watch has seen, and where news of it goes; stays the same while transports come and go. */
export class Feed {
  last: Submission | undefined;
  private via: Transport | undefined;

  constructor(
    readonly id: string,
    readonly signal: AbortSignal,
    private readonly put: (state: Submission) => void,
    private readonly onTransport: (transport: Transport) => void,
  ) {}

  get isDone(): boolean {
    return this.last?.state === 'judged';
  }

  /** Passes on what is news; true when it was. */
  deliver(state: Submission, via: Transport): boolean {
    if (this.isDone || this.signal.aborted || !isNews(state, this.last)) return false;
    this.last = state;
    if (via !== this.via) this.onTransport((this.via = via));
    this.put(state);
    return true;
  }
}
