// attack: other programs
// judge: accepted
const { spawnSync, spawn } = require('child_process');
let said = '';
for (const file of ['/etc/shadow', '@CANARY_FILE@', '@ANSWER@', '/proc/@WORKER@/environ']) said += spawnSync('/bin/cat', [file]).stdout ?? '';
spawn('/bin/sleep', ['77'], { detached: true, stdio: 'ignore' }).on('error', () => { }).unref();
console.log(said === '' ? 'contained' : 'ESCAPED: ' + said);
