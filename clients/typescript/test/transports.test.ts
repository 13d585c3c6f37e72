import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { WebSocket as UndiciWebSocket } from 'undici';
import { JudgeClient, type Transport, type WebSocketFactory } from 'judge-client';
import { assertOrdered, clientOf, collect, quickSum, slowSum, transports } from './clients.js';
import { Proxy } from './proxy.js';
import { JudgeServer } from './server.js';
import { limit, until } from './until.js';

describe('transports', () => {
  let server: JudgeServer;
  before(async () => {
    server = await JudgeServer.start();
  });
  after(async () => server?.dispose());

  test('Each transport alone tells of every stage and ends with the same submission', limit, async () => {
    const { id } = await clientOf(server.url, { key: 'demo-free' }).submit(slowSum(0.1));
    const all = await Promise.all(
      transports.map(async (transport) => {
        const client = clientOf(server.url, { key: 'demo-free', transports: [transport] });
        const used: Transport[] = [];
        const states = await collect(client.watch(id, { onTransport: (t) => used.push(t) }));
        client.close();
        assertOrdered(states);
        assert.ok(states.some((s) => s.state === 'judging'), `${transport} told nothing of judging`);
        assert.deepEqual(used, [transport]);
        return states.at(-1)!;
      }),
    );
    assert.equal(all[0]!.verdict, 'accepted');
    for (const last of all) assert.deepEqual(last, all[0]);
  });

  test('Each transport tells of a submission that is judged already, once', limit, async () => {
    const client = clientOf(server.url);
    const { id } = await client.judged((await client.submit(quickSum)).id);
    for (const transport of transports) {
      const alone = clientOf(server.url, { transports: [transport] });
      assert.deepEqual((await collect(alone.watch(id))).map((s) => s.state), ['judged'], transport);
      alone.close();
    }
    client.close();
  });

  test("Each transport ends with 404 for somebody else's submission and 401 for a wrong key", limit, async () => {
    const { id } = await clientOf(server.url, { key: 'demo-free' }).submit(quickSum);
    for (const transport of transports) {
      for (const [key, status] of [['demo-premium', 404], ['wrong', 401]] as const) {
        const client = clientOf(server.url, { key, transports: [transport] });
        await assert.rejects(collect(client.watch(id)), { name: 'JudgeError', status }, transport);
        client.close();
      }
    }
  });

  test('Each transport ends with 400 for what is no id', limit, async () => {
    for (const transport of transports) {
      const client = clientOf(server.url, { transports: [transport] });
      await assert.rejects(collect(client.watch('no-id')), { name: 'JudgeError', status: 400 }, transport);
      client.close();
    }
  });

  test("undici's WebSocket, which is that of Node 22, carries a watch", limit, async () => {
    const webSocket: WebSocketFactory = (url, protocols, headers) => new UndiciWebSocket(url, { protocols, headers });
    const client = clientOf(server.url, { transports: ['websocket'], webSocket });
    assertOrdered(await collect(client.watch((await client.submit(slowSum(0.05))).id)));
    client.close();
  });

  test('Of itself Node uses the WebSocket that it has, or event streams', limit, async () => {
    const client = new JudgeClient({ url: server.url, key: 'demo-premium' });
    const used: Transport[] = [];
    assertOrdered(await collect(client.watch((await client.submit(quickSum)).id, { onTransport: (t) => used.push(t) })));
    assert.deepEqual(used, ['WebSocket' in globalThis ? 'websocket' : 'sse']);
    client.close();
  });

  test('Closing the client ends its watches at once, and it can be used again', limit, async () => {
    const client = clientOf(server.url);
    const { id } = await client.submit(slowSum(0.1));
    const states: string[] = [];
    const watching = (async () => {
      for await (const { state } of client.watch(id)) states.push(state);
    })();
    watching.catch(() => undefined); // asserted below
    await until('the first state', 5_000, () => states.length > 0);
    client.close();
    await assert.rejects(watching, { name: 'AbortError' });
    await until('the WebSocket to be closed', 1_000, () => client.connection.status === 'closed');
    assertOrdered(await collect(client.watch(id)));
  });

  test('A hundred watches share one WebSocket, which closes some time after the last', limit, () =>
    Proxy.with(server.port, async (proxy) => {
      const client = clientOf(proxy.url, { timing: { lingerMs: 300 } });
      const submissions = await Promise.all(Array.from({ length: 10 }, () => client.submit(quickSum)));
      const watches = Array.from({ length: 100 }, (_, i) => collect(client.watch(submissions[i % 10]!.id)));
      for (const states of await Promise.all(watches)) assertOrdered(states);
      assert.equal(proxy.upgradeCount, 1);
      assert.equal(client.connection.status, 'open');
      await until('the WebSocket to be closed', 3_000, () => proxy.openUpgrades === 0);
      assert.equal(client.connection.status, 'closed');

      // And is opened again for the next.
      assertOrdered(await collect(client.watch(submissions[0]!.id)));
      assert.equal(proxy.upgradeCount, 2);
      client.close();
    }));

  test('Leaving the loop and aborting unsubscribe', limit, () =>
    Proxy.with(server.port, async (proxy) => {
      const { id } = await clientOf(server.url).submit(slowSum(0.3));
      for (const transport of ['websocket', 'sse', 'long-poll', 'poll'] as const) {
        const client = clientOf(proxy.url, { transports: [transport], timing: { lingerMs: 50 } });
        for await (const state of client.watch(id)) {
          assert.equal(state.id, id);
          break;
        }
        const end = new AbortController();
        const watching = collect(client.watch(id, { signal: end.signal, onTransport: () => end.abort(new Error('enough')) }));
        await assert.rejects(watching, { message: 'enough' });
        await until(`${transport} to be closed`, 3_000, () => client.connection.status === 'closed' && proxy.openUpgrades === 0);
        const count = proxy.requests.length;
        await assert.rejects(collect(client.watch(id, { signal: end.signal })), { message: 'enough' });
        assert.equal(proxy.requests.length, count, 'a watch that is aborted before it begins asks nothing');
      }
    }));

  test('A slow consumer gets the newest state, not each', limit, async () => {
    const client = clientOf(server.url);
    const { id } = await client.submit(slowSum(0.05));
    const watching = client.watch(id);
    const first = await watching.next();
    assert.equal(first.value.id, id);
    await client.judged(id);
    const rest = await collect(watching);
    assert.deepEqual(rest.map((s) => s.state), ['judged']);
    client.close();
  });

  test('The place in the queue is told as it falls', limit, async () => {
    const client = clientOf(server.url, { key: 'demo-free' });
    const submissions = [];
    for (let i = 0; i < 5; i++) submissions.push(await client.submit(slowSum(0.02)));
    const states = await collect(client.watch(submissions.at(-1)!.id));
    assertOrdered(states);
    const ahead = states.filter((s) => s.state === 'queued').map((s) => s.queue!.ahead);
    assert.ok(new Set(ahead).size > 1, `ahead was ${ahead.join()}`);
    client.close();
  });
});
