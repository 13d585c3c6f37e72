import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SseParser } from '../dist/transports/sse-parser.js';

const stream =
  '\uFEFF: a comment\r\n\r\nevent: submission\r\nid: 4\r\ndata: {"a":1}\r\n\r\ndata:one\ndata: two\ndata\n\n' +
  'retry: 10\r\revent: empty\n\ndata: last\r\rdata: not ended';
const expected = [
  { type: 'submission', data: '{"a":1}' },
  { type: 'message', data: 'one\ntwo\n' },
  { type: 'message', data: 'last' },
];

test('An event stream reads the same wherever it is cut', () => {
  for (let size = 1; size <= stream.length; size++) {
    const parser = new SseParser();
    const events = [];
    for (let i = 0; i < stream.length; i += size) events.push(...parser.push(stream.slice(i, i + size)));
    assert.deepEqual(events, expected, `in pieces of ${size}`);
  }
});
