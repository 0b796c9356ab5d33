import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../files/whole.ts';
import { Compose } from './compose.ts';
import { docker } from './daemon.ts';
import { checkHardening } from './hardening.ts';
import { makeImages } from './images.ts';
import { Projects } from './projects.ts';
import { run } from './sh.ts';

// `npm run compose:try`, as root on a Debian: docker-compose.yml is run with stand-ins for the public images; one project
// goes through the gateway, each service crashes, everything is killed at once, taken down and brought up again.
const PORT = '18080';
const GATEWAY = `http://127.0.0.1:${PORT}`;
const PEOPLE_LINE = /：(\S+)$/m;

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const folder = join(cache, 'jiujiang-digital-projects', 'compose-try');
const envFile = join(folder, 'env');
writeWhole(
  envFile,
  [
    'SMTP_URL=smtp://mail:1025',
    'COMPOSE_PROFILES=mailbox',
    `GATEWAY_PORT=${PORT}`,
    'MAILBOX_PORT=18025',
    `PUBLIC_URL=${GATEWAY}`,
  ].join('\n'),
);
const compose = new Compose('compose-try', envFile);
const projects = new Projects(GATEWAY, firstPassword);

const endDaemon = await timed('Docker', () => docker(folder));
try {
  await timed('images', () => makeImages(folder));
  compose.run('down', '--volumes', '--timeout', '60');
  await timed('up', up);
  await timed('the first project', () => projects.oneMore());
  checkHardening(compose);

  for (const { service } of compose.containers()) {
    await timed(`crash of ${service}`, async () => {
      await compose.crash(service);
      await compose.healthy();
    });
    await timed(`  and one project more`, () => projects.oneMore());
  }

  await timed('docker kill of everything, and up', async () => {
    run('docker', ['kill', ...compose.containers().map(({ name }) => name)]);
    await up();
  });
  await timed('  and one project more', () => projects.oneMore());
  await timed('down, and up', async () => {
    compose.run('down', '--timeout', '60');
    await up();
  });
  await timed('  and one project more', () => projects.oneMore());
  console.log(`Nothing is lost: ${await projects.allThere()} projects stand where they were left.`);
  compose.run('down', '--volumes', '--timeout', '60');
} finally {
  await endDaemon();
}

async function up(): Promise<void> {
  compose.run('up', '--detach', '--no-build');
  await compose.healthy();
}

/** As an administrator gives one who has the machine and nothing else. */
function firstPassword(person: string): string {
  const said = compose.exec('gateway', 'npm', 'run', '-s', 'first-password', '--', person);
  const [, password] = PEOPLE_LINE.exec(said) ?? [];
  if (password === undefined) throw new Error(`no first password for ${person}: ${said}`);
  return password;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const done = await work();
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return done;
}
