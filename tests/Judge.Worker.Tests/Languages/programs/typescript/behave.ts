const what: string = require('fs').readFileSync(0, 'utf8').trim();
if (what === 'exit') process.exit(3);
if (what === 'crash') throw new Error('crashed');
while (what === 'loop') ;
const kept: number[][] = [];
for (let i = 0; ; i++) kept.push(new Array(100000).fill(i));
