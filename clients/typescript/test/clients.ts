import assert from 'node:assert/strict';
import { after } from 'node:test';
import { JudgeClient, type JudgeClientOptions, type Submission, type WebSocketFactory } from 'judge-client';
import { WebSocket } from 'ws';

export const transports = ['websocket', 'sse', 'long-poll', 'poll'] as const;

export const ws: WebSocketFactory = (url, protocols, headers) => new WebSocket(url, protocols, { headers });

const made: JudgeClient[] = [];

/** A client as a program in Node makes it; closed at the end of the file, if not before. */
export function clientOf(url: string, options: JudgeClientOptions = {}): JudgeClient {
  const client = new JudgeClient({ url, key: 'demo-premium', webSocket: ws, ...options });
  made.push(client);
  return client;
}

after(() => made.forEach((client) => client.close()));

/** Correct, and slow enough to be watched: 15 cases of this many seconds, two at a time for premium. */
export const slowSum = (seconds: number) => ({
  problem: 'a-plus-b',
  language: 'python',
  source: `import time\ntime.sleep(${seconds})\nprint(sum(map(int, input().split())))`,
});

export const quickSum = slowSum(0);

/** Asserts what a watch promises: each state newer than the last, never backwards, judged at the end. */
export function assertOrdered(states: readonly Submission[]): void {
  const rank = { queued: 0, judging: 1, judged: 2 };
  const text = JSON.stringify(states.map((s) => [s.state, s.version, s.queue?.ahead]));
  states.slice(1).forEach((next, i) => {
    const last = states[i]!;
    const fell = next.version === last.version && next.state === 'queued' && next.queue!.ahead < last.queue!.ahead;
    assert.ok(next.version > last.version || fell, `a version repeats or goes back: ${text}`);
    assert.ok(rank[next.state] >= rank[last.state], `a state goes back: ${text}`);
  });
  assert.equal(states.at(-1)?.state, 'judged', text);
  assert.equal(states.filter((s) => s.state === 'judged').length, 1, text);
}

/** All states of a watch. */
export async function collect(states: AsyncIterable<Submission>): Promise<Submission[]> {
  const all: Submission[] = [];
  for await (const state of states) all.push(state);
  return all;
}
