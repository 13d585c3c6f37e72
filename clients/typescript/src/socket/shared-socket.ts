import { sleep } from '../abort.js';
import type { ConnectionState } from '../connection.js';
import { JudgeError } from '../error.js';
import type { Health } from '../health.js';
import type { Http } from '../http.js';
import { Backoff, type Timing } from '../timing.js';
import type { Submission } from '../types.js';
import { SocketLife, type SocketEnd } from './socket-life.js';
import { mine, Topics, type Subscriber } from './topics.js';
import type { WebSocketFactory } from './web-socket.js';

// One WebSocket for all watches of a client. It is opened for the first subscriber, reopened while there are any, and closed
// some seconds after the last. Reconnecting is done here, once, and not by each watch, so that a hundred watches do not
// knock a hundred times. When it cannot be opened although plain requests are answered, something in between blocks it:
// the subscribers are told, and go by other transports.

/** Close code of a server that stops: another instance, or the next process, takes over at once. */
const goingAway = 1001;
/** Close code of an expired session. */
const policyViolation = 1008;
const drainJitterMs = 200;
const mostRefusals = 2;

type Message =
  | { type: 'submission'; submission: Submission }
  | { type: 'error'; id?: string | null; status: number; detail?: string }
  | { type: 'pong' };

export class SharedSocket {
  private readonly topics = new Topics();
  private life: SocketLife | undefined;
  private running = false;
  private pausing: AbortController | undefined;
  private linger: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly create: () => WebSocketFactory,
    private readonly http: Http,
    private readonly health: Health,
    private readonly connection: ConnectionState,
    private readonly timing: Timing,
  ) {}

  /** Subscribes to an id or to `mine`, until the function that it returns is called. */
  subscribe(topic: string, subscriber: Subscriber): () => void {
    clearTimeout(this.linger);
    // What else is known of an id is kept for a later subscriber; of `mine` there is too much to keep.
    if (this.topics.add(topic, subscriber) || topic === mine) this.ask(topic, 'subscribe');
    if (!this.running) void this.run();
    return () => {
      if (this.topics.remove(topic, subscriber)) this.ask(topic, 'unsubscribe');
      this.lingerIfIdle();
    };
  }

  /** Closes the WebSocket; if there are subscribers it is opened anew, as whoever the caller is by then. */
  reset(): void {
    clearTimeout(this.linger);
    this.life?.close();
    this.pausing?.abort();
  }

  private lingerIfIdle(): void {
    clearTimeout(this.linger);
    if (this.topics.isEmpty) this.linger = setTimeout(() => this.reset(), this.timing.lingerMs);
  }

  private async run(): Promise<void> {
    this.running = true;
    const backoff = new Backoff(this.timing);
    let refusals = 0;
    while (!this.topics.isEmpty) {
      this.connection.setSocket('connecting');
      const began = Date.now();
      const end = await this.live();
      if (this.topics.isEmpty) break;
      this.connection.setSocket('connecting');
      if (end.heard) refusals = 0;
      // One that answers and then closes, over and over, is not to be asked ten times a second.
      if (end.heard && Date.now() - began > this.timing.backoffCapMs) backoff.reset();
      if (!end.heard || end.code === policyViolation) {
        const server = await this.probe();
        if (server instanceof JudgeError) this.topics.clear((s) => s.failed(server));
        else if (server === 'up' && !end.heard && (end.slow || ++refusals >= mostRefusals) && !this.health.isLast('websocket')) {
          this.health.block('websocket');
          this.topics.clear((s) => s.blocked());
        }
        if (this.topics.isEmpty) break;
      }
      const isDrained = end.code === goingAway && end.heard && backoff.isFresh;
      await this.pause(isDrained ? Math.random() * drainJitterMs : backoff.next());
    }
    clearTimeout(this.linger);
    this.running = false;
    this.connection.setSocket('closed');
  }

  /** One WebSocket's life. */
  private live(): Promise<SocketEnd> {
    return new Promise((resolve) => {
      try {
        const socket = this.create()(this.http.socketUrl('/api/ws'), ['judge.v1'], this.http.headers);
        this.life = new SocketLife(
          socket,
          {
            open: () => {
              this.connection.setSocket('open');
              this.askAll();
            },
            message: (data) => this.hear(data),
            idle: () => this.ping(),
            end: resolve,
          },
          this.timing,
        );
      } catch {
        // A constructor that throws (a page's policy, a factory that fails) is a handshake that fails.
        resolve({ heard: false, slow: false, code: 1006 });
      }
    }).finally(() => (this.life = undefined)) as Promise<SocketEnd>;
  }

  private ask(topic: string, type: 'subscribe' | 'unsubscribe'): void {
    // Every subscription to an id is answered at once, but there may be no own submission to tell of.
    this.life?.send(topic === mine ? { type, mine: true } : { type, id: topic }, type === 'subscribe' && topic !== mine);
  }

  private hear(data: string): void {
    let message: Message;
    try {
      message = JSON.parse(data) as Message;
    } catch {
      return; // not this protocol's; what matters comes again
    }
    if (message.type === 'submission') {
      this.health.works('websocket');
      this.topics.deliver(message.submission);
    } else if (message.type === 'error') {
      const error = new JudgeError(message.status, 'The server refused the subscription', { detail: message.detail });
      if (typeof message.id === 'string') this.topics.fail(message.id, error);
      // Without an id it is about something that the server could not read, such as an id of no valid form.
      else for (const topic of this.topics.unanswered) this.topics.fail(topic, new JudgeError(0, error.message));
      this.lingerIfIdle();
    }
  }

  /** Asks for everything, at the start. */
  private askAll(): void {
    for (const topic of this.topics.names) this.ask(topic, 'subscribe');
    this.ping();
  }

  /** After a silence, too: if no answer comes the WebSocket is dead. A page cannot see the pings of the protocol itself. */
  private ping(): void {
    this.life?.send({ type: 'ping' }, true);
  }

  /** Waits, unless reset() has it go on. */
  private pause(ms: number): Promise<void> {
    this.pausing = new AbortController();
    return sleep(ms, this.pausing.signal).catch(() => undefined);
  }

  /** Whether the server can be reached without a WebSocket, or the reason why it refuses this caller. */
  private async probe(): Promise<'up' | 'down' | JudgeError> {
    try {
      await this.http.send('/api/me');
      return 'up';
    } catch (error) {
      if (!(error instanceof JudgeError)) throw error;
      if (error.isFinal) return error;
      return error.status === 0 || error.status >= 500 ? 'down' : 'up';
    }
  }
}
