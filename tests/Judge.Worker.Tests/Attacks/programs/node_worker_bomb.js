// attack: workers without end, each a machine of its own
// judge: memoryLimitExceeded runtimeError timeLimitExceeded
const { Worker } = require('worker_threads');
for (let i = 0; i < 1000; i++) new Worker('setInterval(() => { }, 1000)', { eval: true });
