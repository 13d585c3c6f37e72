import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Submission, Transport } from 'judge-client';
import { assertOrdered, clientOf, collect, quickSum, slowSum } from './clients.js';
import { Proxy } from './proxy.js';
import { JudgeServer } from './server.js';
import { limit } from './until.js';

describe('falling back', () => {
  let server: JudgeServer;
  before(async () => {
    server = await JudgeServer.start();
  });
  after(async () => server?.dispose());

  // The last number: seconds a case takes, for what is not found out at once.
  for (const [what, set, expected, seconds] of [
    ['refuses upgrades', (p: Proxy) => (p.upgrades = 'refuse'), 'sse', 0.1],
    ['hangs up on upgrades', (p: Proxy) => (p.upgrades = 'hangUp'), 'sse', 0.1],
    ['never answers upgrades', (p: Proxy) => (p.upgrades = 'hang'), 'sse', 0.3],
    ['refuses upgrades and event streams', (p: Proxy) => (p.upgrades = p.streams = 'refuse'), 'long-poll', 0.1],
    ['refuses upgrades and holds event streams back', (p: Proxy) => ((p.upgrades = 'refuse'), (p.streams = 'hold')), 'long-poll', 0.3],
  ] as const) {
    test(`A proxy that ${what} is got around by ${expected}`, limit, () =>
      Proxy.with(server.port, async (proxy) => {
        set(proxy);
        const client = clientOf(proxy.url, { timing: { connectMs: 1500 } });
        const used: Transport[] = [];
        const { id } = await client.submit(slowSum(seconds));
        const statuses = new Set<string>();
        client.onConnection(() => statuses.add(`${client.connection.status} ${client.connection.transport}`));
        assertOrdered(await collect(client.watch(id, { onTransport: (t) => used.push(t) })));
        assert.equal(used.at(-1), expected);
        assert.ok(!used.includes('websocket'));
        assert.ok(statuses.has(`fallback ${expected}`), [...statuses].join());
        assert.equal(client.connection.status, 'closed');

        // What does not work is remembered.
        const count = proxy.upgradeCount;
        assert.ok(count > 0);
        assert.equal((await client.judged((await client.submit(quickSum)).id)).verdict, 'accepted');
        assert.equal(proxy.upgradeCount, count);
      }));
  }

  test('Where only single requests get through, polling does it', limit, () =>
    Proxy.with(server.port, async (proxy) => {
      proxy.upgrades = proxy.streams = 'refuse';
      proxy.intercept = (request, response) => {
        if (request.url?.includes('wait=') !== true) return false;
        response.writeHead(400).end();
        return true;
      };
      const used: Transport[] = [];
      const client = clientOf(proxy.url);
      assertOrdered(await collect(client.watch((await client.submit(slowSum(0.1))).id, { onTransport: (t) => used.push(t) })));
      assert.equal(used.at(-1), 'poll');
    }));

  test('The better transport is tried again, and taken when it works', limit, () =>
    Proxy.with(server.port, async (proxy) => {
      proxy.upgrades = 'refuse';
      const client = clientOf(proxy.url, { key: 'demo-free', timing: { blockedMs: 300 } });
      const used: Transport[] = [];
      const states: Submission[] = [];
      const { id } = await client.submit(slowSum(0.3));
      for await (const state of client.watch(id, { onTransport: (t) => used.push(t) })) {
        states.push(state);
        if (used.at(-1) === 'sse') proxy.upgrades = 'pass';
      }
      assert.equal(used.at(-1), 'websocket', used.join());
      assert.ok(used.includes('sse'), used.join());
      assertOrdered(states);
      client.close();
    }));

  test('No more streams are opened than allowed; the other watches poll', limit, async () => {
    const client = clientOf(server.url, { transports: ['sse', 'poll'], maxStreams: 2 });
    const { id } = await client.submit(slowSum(0.1));
    const used: Transport[][] = Array.from({ length: 5 }, () => []);
    const all = await Promise.all(used.map((mine) => collect(client.watch(id, { onTransport: (t) => mine.push(t) }))));
    all.forEach(assertOrdered);
    assert.deepEqual(used.map((mine) => mine[0]).sort(), ['poll', 'poll', 'poll', 'sse', 'sse']);
  });
});
