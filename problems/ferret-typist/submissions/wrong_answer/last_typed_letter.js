// Wrong: "!" repeats the letter typed last, even if it has been deleted since.
const log = require('fs').readFileSync(0, 'utf8').trim();
const page = [];
let last = null;
for (const key of log) {
  if (key === '<') page.pop();
  else if (key === '!') { if (page.length > 0) page.push(last); }
  else if (key === '#') page.length = 0;
  else { page.push(key); last = key; }
}
console.log(page.length > 0 ? page.join('') : '-');
