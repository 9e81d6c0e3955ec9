// Loaded before what is watched (node --require): whatever would reach a network, or another program, is noted in the file
// WATCH_FILE and refused. Standard input and output, and the channel to an editor, are no network.
const fs = require('node:fs');
const note = fs.appendFileSync.bind(fs, process.env.WATCH_FILE);

function refuse(what) {
  return function refused() {
    note(`${what}\n`);
    throw new Error(`${what} is watched`);
  };
}

function watch(name, ...methods) {
  const module = require(`node:${name}`);
  for (const method of methods) module[method] = refuse(`${name}.${method}`);
}

watch('net', 'connect', 'createConnection', 'createServer');
watch('tls', 'connect', 'createServer');
watch('http', 'request', 'get', 'createServer');
watch('https', 'request', 'get', 'createServer');
watch('http2', 'connect', 'createServer', 'createSecureServer');
watch('dgram', 'createSocket');
watch('dns', 'lookup', 'resolve', 'resolve4', 'resolve6', 'reverse');
watch('child_process', 'exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync');
require('node:dns/promises').lookup = refuse('dns/promises.lookup');
require('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Object.defineProperty(globalThis, name, { value: refuse(name), configurable: true });

// A fault of the kind that FAULT names, whose own words are those of a file.
const words = 'patient MRN-PLANTED-7731';
if (process.env.FAULT === 'uncaught')
  setTimeout(() => {
    throw new TypeError(`cannot read ${words}\n  S: planted-note-8842`);
  }, 200);
if (process.env.FAULT === 'rejected') setTimeout(() => void Promise.reject(new Error(words)), 200);
