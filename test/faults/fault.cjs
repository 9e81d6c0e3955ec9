// Loaded before the command line (node --require): makes one of its writes to the disk go wrong.
//   FAULT_AT    the how many-th step that writes, from 1; writing bytes is two, before them and after half of them
//   FAULT_KIND  kill: the process ends there, as by kill -9; else a code such as ENOSPC, which the step throws
//   FAULT_MARK  a file that is made when the fault has come
const fs = require('node:fs');

const at = Number(process.env.FAULT_AT);
const kind = process.env.FAULT_KIND;
const { openSync, closeSync, writeSync } = fs;
let steps = 0;

function step() {
  steps += 1;
  if (steps !== at) return;
  closeSync(openSync(process.env.FAULT_MARK, 'w'));
  if (kind !== 'kill') throw Object.assign(new Error(kind), { code: kind });
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment: nothing else is to happen meanwhile.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'chmodSync', 'renameSync', 'rmSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (name === 'openSync' && !String(args[1] ?? 'r').includes('w')) return original.apply(fs, args);
    step();
    if (name === 'writeFileSync' && typeof args[0] === 'number') {
      const bytes = Buffer.from(args[1]);
      writeSync(args[0], bytes, 0, bytes.length >> 1);
      step();
      writeSync(args[0], bytes, bytes.length >> 1);
      return undefined;
    }
    return original.apply(fs, args);
  };
}
