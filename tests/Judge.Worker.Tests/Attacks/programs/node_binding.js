// attack: the inside of the runtime, past its own checks
// judge: accepted
let escapes = [];
const attempt = (name, action) => { try { if (action()) escapes.push(name); } catch { } };
const fs = require('fs');
attempt('shadow', () => fs.readFileSync('/etc/shadow').length > 0);
attempt('fs', () => process.binding('fs').internalModuleStat('@CANARY_FILE@') === 0);
attempt('setuid', () => { process.setuid(0); return true; });
attempt('kill', () => process.pid !== @WORKER@ && process.kill(@WORKER@, 0));
attempt('dlopen', () => { process.dlopen({ exports: {} }, '@CANARY_FILE@'); return true; });
attempt('write', () => { fs.writeFileSync('/box/evil', ''); return true; });
attempt('environment', () => Object.keys(process.env).some(k => /SECRET|CANARY|Worker__|RABBIT/.test(k)));
console.log(escapes.length ? 'ESCAPED: ' + escapes : 'contained');
