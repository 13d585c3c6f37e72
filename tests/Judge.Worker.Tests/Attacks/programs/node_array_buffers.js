// attack: memory that V8's own heap limit does not know of
// judge: memoryLimitExceeded
const kept = [];
for (;;) kept.push(new Uint8Array(1 << 20).fill(1));
