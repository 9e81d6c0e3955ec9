// The way in for `npm start`, `npm test` and their sisters. It needs nothing but Node: it looks that Node is recent enough,
// installs what the project needs when that is not there yet, and hands over to the TypeScript beside it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const commands = ['install', 'start', 'test', 'package', 'screenshots', 'icon'];
const [command = '', ...rest] = process.argv.slice(2);

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < oldestNode) {
  stop(`This is Node.js ${process.versions.node}. Encounter needs Node.js ${oldestNode} or later: https://nodejs.org`);
}
if (!commands.includes(command)) stop(`Usage: node test/vscode/run.mjs ${commands.join('|')} [options]`);

/** The packages that the lock file asks for and `node_modules` has not, or has in another version. */
function missingPackages() {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});
  const wanted = read(join(root, 'package-lock.json'));
  const installed = read(join(root, 'node_modules/.package-lock.json'));
  return Object.keys(wanted).filter(
    (name) => name !== '' && !wanted[name].optional && installed[name]?.version !== wanted[name].version,
  );
}

const missing = missingPackages();
if (missing.length > 0) {
  const started = Date.now();
  console.log(`• Installing ${missing.length} packages from npm into node_modules (about 290 MB, once)`);
  // npm says in this variable where it is itself; without it this was started as `node test/vscode/run.mjs`.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const beat = setInterval(() => console.log(`  … ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  const code = await new Promise((done) => {
    const child = npm
      ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', () => done(1));
    child.on('exit', (exit) => done(exit ?? 1));
  });
  clearInterval(beat);
  if (code !== 0) stop('npm could not install the packages (its own words are above). Is the npm registry reachable?');
  console.log(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}

if (command === 'install') process.exit(0);

// Whoever ends this ends the script too; it cleans up and its exit code is the answer.
const script = join(root, 'test/vscode', `${command}.ts`);
const child = spawn(process.execPath, ['--import', 'tsx', script, ...rest], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
