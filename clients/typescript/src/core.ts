import type { ConnectionState } from './connection.js';
import type { Health } from './health.js';
import type { Http } from './http.js';
import type { Latest } from './latest.js';
import type { SharedSocket } from './socket/shared-socket.js';
import type { Timing } from './timing.js';
import type { Submission } from './types.js';

/** What the parts of one client share. */
export interface Core {
  readonly http: Http;
  readonly timing: Timing;
  readonly health: Health;
  readonly connection: ConnectionState;
  readonly socket: SharedSocket;
  /** The watches that run. */
  readonly watches: Set<Latest<Submission>>;
}
