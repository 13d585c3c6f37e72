import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Submission } from 'judge-client';
import { assertOrdered, clientOf, collect, quickSum, slowSum, transports } from './clients.js';
import { judgeBehindProxy } from './proxy.js';
import { JudgeServer } from './server.js';
import { limit, until } from './until.js';

// Mostly waiting for leases and silences: all have servers of their own and share the time.
describe('what goes away', { concurrency: true }, () => {
  describe('a server that goes away', { concurrency: 1 }, () => {
    let server: JudgeServer;
    before(async () => {
      server = await JudgeServer.start();
    });
    after(async () => server?.dispose());

    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      test(`Every transport's watch outlives a ${signal} in the middle of judging`, limit, async () => {
        const clients = transports.map((transport) => clientOf(server.url, { transports: [transport] }));
        const { id } = await clients[0]!.submit(slowSum(0.4));
        const seen: Submission[][] = clients.map(() => []);
        const watching = Promise.all(
          clients.map(async (client, i) => {
            for await (const state of client.watch(id)) seen[i]!.push(state);
          }),
        );
        watching.catch(() => undefined); // awaited below
        await until('every watch to see judging', 10_000, () => seen.every((states) => states.at(-1)?.state === 'judging'));
        await server.stop(signal);
        await server.start();
        await watching;
        for (const states of seen) {
          assertOrdered(states);
          assert.equal(states.at(-1)!.verdict, 'accepted');
          assert.deepEqual(states.at(-1), seen[0]!.at(-1));
        }
        for (const client of clients) client.close();
      });
    }

    test('A submission posted while the server is away is accepted when it is back', limit, async () => {
      const client = clientOf(server.url);
      await server.stop('SIGKILL');
      const submitting = client.submit(quickSum);
      await server.start();
      assert.equal((await submitting).state, 'queued');
      client.close();
    });
  });

  describe('watchMine and a server that goes away', { concurrency: 1 }, () => {
    let server: JudgeServer;
    before(async () => {
      server = await JudgeServer.start();
    });
    after(async () => server?.dispose());

    test('watchMine tells of all submissions through a restart, nothing twice', limit, async () => {
      const watchers = ([{}, { transports: ['poll'] }] as const).map((options) => {
        const client = clientOf(server.url, options);
        const seen = new Map<string, Submission[]>();
        const end = new AbortController();
        const watching = (async () => {
          for await (const state of client.watchMine({ signal: end.signal })) seen.set(state.id, [...(seen.get(state.id) ?? []), state]);
        })();
        watching.catch(() => undefined); // asserted below
        return { client, seen, end, watching };
      });
      const { client } = watchers[0]!;
      const mine: Submission[] = [];
      for (let i = 0; i < 3; i++) mine.push(await client.submit(slowSum(0.1)));
      await until('word of all three', 10_000, () => watchers.every(({ seen }) => mine.every((s) => seen.has(s.id))));
      await server.stop('SIGKILL');
      await server.start();
      mine.push(await client.submit(quickSum));
      await until('all four to be judged', 40_000, () =>
        watchers.every(({ seen }) => mine.every((s) => seen.get(s.id)?.at(-1)?.state === 'judged')),
      );
      for (const watcher of watchers) {
        watcher.end.abort(new Error('enough'));
        await assert.rejects(watcher.watching, { message: 'enough' });
        for (const { id } of mine) assertOrdered(watcher.seen.get(id)!);
        watcher.client.close();
      }
    });
  });

  describe('a connection that dies without a word', { concurrency: 1 }, () => {
    const own = judgeBehindProxy();

    for (const [transport, timing] of [
      ['websocket', { idleMs: 500, connectMs: 500 }],
      ['sse', { silenceMs: 1000 }],
      ['long-poll', { waitMs: 500, requestMs: 500 }],
    ] as const) {
      test(`A frozen ${transport} is noticed and replaced`, limit, async () => {
        const client = clientOf(own.proxy.url, { key: 'demo-free', transports: [transport], timing });
        const { id } = await client.submit(slowSum(0.3));
        const states: Submission[] = [];
        for await (const state of client.watch(id)) {
          states.push(state);
          if (state.state === 'judging' && !own.proxy.hasFrozen) own.proxy.freeze();
        }
        assert.ok(own.proxy.hasFrozen);
        own.proxy.hasFrozen = false;
        assertOrdered(states);
        client.close();
      });
    }

    test('A WebSocket with nothing to tell is asked and kept', limit, async () => {
      const client = clientOf(own.proxy.url, { timing: { idleMs: 100, connectMs: 1000 } });
      const before = own.proxy.upgradeCount;
      const pieces = own.proxy.piecesUp;
      const end = new AbortController();
      const watching = collect(client.watchMine({ signal: end.signal }));
      watching.catch(() => undefined); // asserted below
      await until('ten silences', 10_000, () => own.proxy.piecesUp - pieces >= 10);
      assert.equal(own.proxy.upgradeCount, before + 1);
      end.abort(new Error('enough'));
      await assert.rejects(watching, { message: 'enough' });
      client.close();
    });
  });
});
