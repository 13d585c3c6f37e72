export { JudgeClient, type JudgeClientOptions } from './client.js';
export { type Connection } from './connection.js';
export { JudgeError } from './error.js';
export { type Transport } from './health.js';
export { type WebSocketFactory, type WebSocketLike } from './socket/web-socket.js';
export { type SubmitOptions } from './submit.js';
export { type Timing } from './timing.js';
export * from './types.js';
export { type WatchOptions } from './watch.js';
