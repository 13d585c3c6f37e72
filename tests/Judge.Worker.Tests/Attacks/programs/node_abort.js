// attack: a crash with a report of the whole process, its environment too
// judge: runtimeError
process.report?.writeReport?.('/tmp/evil-report.json');
process.abort();
