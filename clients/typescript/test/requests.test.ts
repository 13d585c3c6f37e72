import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { JudgeError } from 'judge-client';
import { clientOf, quickSum, slowSum } from './clients.js';
import { judgeBehindProxy } from './proxy.js';
import { limit } from './until.js';

describe('requests', () => {
  const own = judgeBehindProxy();

  test('The small ones answer what the contract says', limit, async () => {
    const client = clientOf(own.server.url);
    assert.deepEqual(await client.me(), { name: (await client.me()).name, tier: 'premium', role: 'user' });
    assert.equal((await client.languages()).find((l) => l.id === 'python')?.sourceFile, 'main.py');
    assert.equal((await client.problems()).find((p) => p.slug === 'a-plus-b')?.kind, 'program');
    const problem = await client.problem('a-plus-b');
    assert.ok(problem.statement.length > 0 && problem.timeLimitMs > 0 && problem.samples.length > 0);
    assert.deepEqual((await client.queues()).map((q) => q.tier), ['premium', 'free']);
  });

  test('A submission can be had by id, listed by page and cancelled while it waits', limit, async () => {
    const client = clientOf(own.server.url, { key: 'demo-free' });
    const judging = await client.submit(slowSum(0.1));
    const queued = await client.submit(slowSum(0.1));
    assert.equal((await client.get(queued.id)).id, queued.id);
    const cancelled = await client.cancel(queued.id);
    assert.deepEqual([cancelled.state, cancelled.verdict], ['judged', 'cancelled']);
    await assert.rejects(client.cancel(queued.id), { name: 'JudgeError', status: 409 });

    const first = await client.list({ problem: 'a-plus-b', limit: 1 });
    assert.deepEqual(first.items.map((s) => s.id), [queued.id]);
    const second = await client.list({ limit: 1, before: first.next! });
    assert.deepEqual(second.items.map((s) => s.id), [judging.id]);
    assert.equal((await client.judged(judging.id)).verdict, 'accepted');
  });

  test('A run on inputs of one\'s own is watched like a submission, and the distribution has what was accepted', limit, async () => {
    const client = clientOf(own.server.url);
    const { id, kind } = await client.run({ problem: 'a-plus-b', language: 'python', source: quickSum.source, inputs: ['1 2\n', '5 6\n'] });
    const run = await client.judged(id);
    assert.deepEqual([kind, run.verdict, run.cases.map((c) => c.output)], ['run', 'accepted', ['3\n', '11\n']]);
    assert.deepEqual(run.cases.map((c) => c.expected), ['3\n', '11\n']);
    assert.deepEqual((await client.list({ kind: 'run' })).items.map((s) => s.id), [id]);
    assert.ok((await client.list()).items.every((s) => s.kind === 'submit'));
    const plain = await client.judged((await client.run({ language: 'python', source: 'print(input())', inputs: ['x'] })).id);
    assert.deepEqual([plain.problem, plain.cases[0]?.output], [null, 'x\n']);

    const accepted = await client.judged((await client.submit(quickSum)).id);
    assert.ok(accepted.verdict === 'accepted' && accepted.timePercentile! >= 0 && accepted.memoryPercentile! <= 100);
    const { accounts, timeMs } = await client.distribution('a-plus-b', 'python');
    assert.ok(accounts >= 1 && timeMs.mine !== null && timeMs.buckets.reduce((sum, b) => sum + b.count, 0) === accounts);
  });

  test('A refusal is a JudgeError that names the fields', limit, async () => {
    const error: unknown = await clientOf(own.server.url).submit({ problem: 'none', language: 'none', source: '' }).catch((e: unknown) => e);
    assert.ok(error instanceof JudgeError);
    assert.equal(error.status, 400);
    assert.deepEqual(Object.keys(error.errors).sort(), ['language', 'problem', 'source']);
    assert.match(error.message, /problem: 'none' is not a problem/);
  });

  test('A wrong key is a JudgeError 401', limit, async () => {
    const client = clientOf(own.server.url, { key: 'wrong' });
    await assert.rejects(client.me(), { name: 'JudgeError', status: 401 });
    await assert.rejects(client.submit(quickSum), { name: 'JudgeError', status: 401 });
  });

  test('A submission whose answers are lost on the way is sent again and stays one', limit, async () => {
    const client = clientOf(own.proxy.url);
    const before = (await client.list({ limit: 50 })).items.length;
    own.proxy.requests.length = 0;
    own.proxy.answersToLose = 2;
    const submission = await client.submit(quickSum);
    assert.equal(own.proxy.requests.filter((r) => r === 'POST /api/submissions').length, 3);
    const { items } = await client.list({ limit: 50 });
    assert.equal(items.length, before + 1);
    assert.equal(items[0]!.id, submission.id);
  });

  test('A key of the caller makes two calls one submission, and not two bodies', limit, async () => {
    const client = clientOf(own.server.url);
    const idempotencyKey = `mine-${process.pid}`;
    const first = await client.submit(quickSum, { idempotencyKey });
    assert.equal((await client.submit(quickSum, { idempotencyKey })).id, first.id);
    await assert.rejects(client.submit(slowSum(0.01), { idempotencyKey }), { status: 422 });
  });

  test('Submitting waits as long as Retry-After says, unless that is too long', limit, async () => {
    const refuse = (seconds: number, times: number) => {
      const at: number[] = [];
      own.proxy.intercept = (request, response) => {
        if (request.method !== 'POST') return false;
        at.push(Date.now());
        if (times-- <= 0) return false;
        response.writeHead(429, { 'Retry-After': seconds, 'Content-Type': 'application/problem+json' }).end('{"status":429,"title":"Too many"}');
        return true;
      };
      return at;
    };
    try {
      const at = refuse(1, 1);
      await clientOf(own.proxy.url).submit(quickSum);
      assert.equal(at.length, 2);
      assert.ok(at[1]! - at[0]! >= 990, `came back after ${at[1]! - at[0]!} ms`);

      const refused = refuse(3600, 99);
      await assert.rejects(clientOf(own.proxy.url).submit(quickSum), { status: 429, title: 'Too many', retryAfterMs: 3_600_000 });
      assert.equal(refused.length, 1);
    } finally {
      own.proxy.intercept = undefined;
    }
  });

  test('A signal ends submitting in the middle of its attempts', limit, async () => {
    const nobody = clientOf('http://127.0.0.1:1');
    const end = new AbortController();
    setTimeout(() => end.abort(new Error('enough')), 200);
    await assert.rejects(nobody.submit(quickSum, { signal: end.signal }), { message: 'enough' });
  });

  test('No answer is a JudgeError with status 0', limit, async () => {
    await assert.rejects(clientOf('http://127.0.0.1:1').me(), { name: 'JudgeError', status: 0, title: 'Network error' });
  });
});
