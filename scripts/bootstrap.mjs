// The door of every command: needs nothing but Node. It checks the Node version, installs the packages when they are
// missing or the lock file has changed, then runs the TypeScript script that it is given.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.trellis-installed`;

refuseOldNode();
installWhenNeeded();
runScript(process.argv[2], process.argv.slice(3));

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Trellis needs Node 20.19 or later; this is ${process.versions.node}. Get a newer one at https://nodejs.org.`,
  );
}

function installWhenNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (once, about a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    stop(
      'The packages could not be installed. Is there a network? The lines above say why. Run the same command again.',
    );
  }
  writeFileSync(stamp, lock);
}

function runScript(script, args) {
  const child = spawn(
    process.execPath,
    ['--import', `${root}scripts/typescript/register.mjs`, `${root}${script}`, ...args],
    {
      stdio: 'inherit',
      cwd: root,
    },
  );
  // Ctrl-C reaches the script through the terminal; a signal to this process alone is handed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
