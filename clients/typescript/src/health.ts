import type { Timing } from './timing.js';

/** The ways to hear of changes, best first. */
export const allTransports = ['websocket', 'sse', 'long-poll', 'poll'] as const;
export type Transport = (typeof allTransports)[number];

/** Remembers which transports are blocked, for how long, and picks the best of the others. */
export class Health {
  private readonly blocks = new Map<Transport, { until: number; times: number }>();
  private held = 0;

  /**
   * @param order What may be used, best first.
   * @param isPossible Whether this caller in this place can use it at all.
   * @param mostHeld Event streams and long-polls at once.
   */
  constructor(
    private readonly order: readonly Transport[],
    private readonly isPossible: (transport: Transport) => boolean,
    private readonly mostHeld: number,
    private readonly timing: Timing,
  ) {}

  /** The best transport now; `current` is the one that the asker has already. */
  pick(current?: Transport): Transport {
    const possible = this.possible();
    const room = this.held < this.mostHeld || isHeld(current);
    return (
      possible.find((t) => this.blockedFor(t) === 0 && (room || !isHeld(t))) ?? possible.at(-1)!
    );
  }

  /** Whether there is nothing to fall back to. */
  isLast(transport: Transport): boolean {
    return this.possible().at(-1) === transport;
  }

  /** It cannot be used here: others are, for a while. */
  block(transport: Transport): void {
    // Many watches may find out the same at once.
    if (this.blockedFor(transport) > 0) return;
    const times = (this.blocks.get(transport)?.times ?? 0) + 1;
    this.blocks.set(transport, { until: Date.now() + this.timing.blockedMs * Math.min(10, 2 ** (times - 1)), times });
  }

  works(transport: Transport): void {
    this.blocks.delete(transport);
  }

  /** In how many ms a better transport should be tried again; undefined when this is the best there is. */
  betterIn(transport: Transport): number | undefined {
    const better = this.possible().slice(0, this.possible().indexOf(transport));
    return better.length === 0 ? undefined : Math.min(...better.map((t) => this.blockedFor(t)));
  }

  /** Counts a connection that is held open, until the function that it returns is called. */
  hold(): () => void {
    this.held++;
    return () => {
      this.held--;
    };
  }

  private blockedFor(transport: Transport): number {
    return Math.max(0, (this.blocks.get(transport)?.until ?? 0) - Date.now());
  }

  private possible(): readonly Transport[] {
    const possible = this.order.filter(this.isPossible);
    if (possible.length === 0) throw new Error(`None of the transports can be used here: ${this.order.join(', ')}`);
    return possible;
  }
}

function isHeld(transport: Transport | undefined): boolean {
  return transport === 'sse' || transport === 'long-poll';
}
