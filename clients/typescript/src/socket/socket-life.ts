import type { Timing } from '../timing.js';
import type { WebSocketLike } from './web-socket.js';

/** How a WebSocket ended. */
export interface SocketEnd {
  /** Whether the server said anything on it. */
  heard: boolean;
  /** Whether it was given up because nothing came in time. */
  slow: boolean;
  /** The close code; 1006 when there was no clean close. */
  code: number;
}

/** What its owner hears of a WebSocket. */
export interface SocketEvents {
  open(): void;
  message(data: string): void;
  /** Nothing came for a while. */
  idle(): void;
  end(end: SocketEnd): void;
}

/** One WebSocket from opening to end, with the deadlines that its own events do not have. */
export class SocketLife {
  private heard = false;
  private ended = false;
  private isOpen = false;
  private deadline: ReturnType<typeof setTimeout> | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: WebSocketLike,
    private readonly events: SocketEvents,
    private readonly timing: Timing,
  ) {
    this.awaitAnswer();
    socket.onopen = () => {
      if (this.ended) return;
      this.isOpen = true;
      clearTimeout(this.deadline);
      this.deadline = undefined;
      this.touch();
      events.open();
    };
    socket.onmessage = (event: { data: unknown }) => {
      if (this.ended) return;
      this.heard = true;
      clearTimeout(this.deadline);
      this.deadline = undefined;
      this.touch();
      if (typeof event.data === 'string') events.message(event.data);
    };
    socket.onclose = (event: { code?: number }) => this.end(event.code ?? 1006, false);
    // A close follows, but not from every implementation when the handshake fails.
    socket.onerror = () => this.end(1006, false);
  }

  /** Sends, and expects an answer within `connectMs` when one must come. */
  send(message: object, isAnswered: boolean): void {
    if (!this.isOpen || this.ended) return;
    if (isAnswered && this.deadline === undefined) this.awaitAnswer();
    this.socket.send(JSON.stringify(message));
  }

  /** Ends it without waiting for the other side, which may be gone. */
  close(): void {
    this.end(1000, false);
  }

  private awaitAnswer(): void {
    this.deadline = setTimeout(() => this.end(1006, true), this.timing.connectMs);
  }

  private touch(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      this.touch();
      this.events.idle();
    }, this.timing.idleMs);
  }

  private end(code: number, slow: boolean): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.deadline);
    clearTimeout(this.idle);
    // Handlers stay: an 'error' that nobody listens to would end a Node process.
    this.socket.close(1000);
    this.events.end({ heard: this.heard, slow, code });
  }
}
