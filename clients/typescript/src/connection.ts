import type { Transport } from './health.js';

/**
 * How the client hears of changes at this moment. `closed`: nothing is watched. `connecting`: the WebSocket is being opened or
 * reopened. `open`: it is there. `fallback`: another transport has taken its place.
 */
export interface Connection {
  readonly status: 'connecting' | 'open' | 'fallback' | 'closed';
  readonly transport: Transport | null;
}

export const closedConnection: Connection = { status: 'closed', transport: null };

/** Keeps the status and tells listeners of changes; `current` is the same object until it changes. */
export class ConnectionState {
  current: Connection = closedConnection;
  private socket: 'closed' | 'connecting' | 'open' = 'closed';
  private readonly fallbacks: Transport[] = [];
  private readonly listeners = new Set<() => void>();

  /** Calls the listener after each change, until the function that it returns is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setSocket(socket: 'closed' | 'connecting' | 'open'): void {
    this.socket = socket;
    this.update();
  }

  /** A watch goes by this transport until the function that it returns is called. */
  fallBack(transport: Transport): () => void {
    this.fallbacks.push(transport);
    this.update();
    return () => {
      this.fallbacks.splice(this.fallbacks.indexOf(transport), 1);
      this.update();
    };
  }

  private update(): void {
    const next = this.derive();
    if (next.status === this.current.status && next.transport === this.current.transport) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener();
  }

  private derive(): Connection {
    if (this.socket === 'open') return { status: 'open', transport: 'websocket' };
    const fallback = this.fallbacks.at(-1);
    if (fallback !== undefined) return { status: 'fallback', transport: fallback };
    return this.socket === 'connecting' ? { status: 'connecting', transport: null } : closedConnection;
  }
}
