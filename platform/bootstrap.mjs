import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The only file that must run on a fresh clone: plain JavaScript without any dependency. It installs
// the dependencies when they are not those of the lockfile, and then goes on in this very
// process, so that signals from the terminal reach the launcher itself.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [command = '', ...words] = process.argv.slice(2);
const COMMANDS = { start, reset, test };

process.chdir(ROOT);
if (!Object.hasOwn(COMMANDS, command)) {
  console.error(`用法：node platform/bootstrap.mjs ${Object.keys(COMMANDS).join('|')}`);
  process.exit(2);
}
refuseOldNode();
if (dependenciesAreStale()) await installDependencies();
await COMMANDS[command]();

async function start() {
  await runTypeScript('./start.ts');
}

async function reset() {
  await runTypeScript('./reset.ts');
}

/** Jest runs in a process of its own: it wants flags of Node that cannot be set later. */
async function test() {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  process.exitCode = await run(process.execPath, [...flags, jest, ...words]);
}

async function runTypeScript(file) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(file);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`需要 Node.js 20.19 或更新版本（现为 ${process.versions.node}）。`);
  process.exit(1);
}

/** Whether something of the lockfile is not installed in that version (what is optional need not be). */
function dependenciesAreStale() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return true;
  const have = packagesIn(installed);
  return Object.entries(packagesIn('package-lock.json')).some(
    ([path, wanted]) => path !== '' && !wanted.optional && have[path]?.version !== wanted.version,
  );
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

async function installDependencies() {
  const since = Date.now();
  const seconds = () => `${Math.round((Date.now() - since) / 1000)} 秒`;
  console.log('… 安装依赖（npm ci），首次约一分钟');
  const timer = setInterval(() => console.log(`… 安装依赖 ${seconds()}`), 15_000);
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(timer);
  if (code !== 0) {
    console.error('安装依赖失败，请检查网络和 npm 的设置后重试。');
    process.exit(1);
  }
  console.log(`✓ 安装依赖 ${seconds()}`);
}

/** Waits for a program in this terminal; a signal is passed on and ends us only after it. */
function run(program, args) {
  const child = spawn(program, args, { stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}
