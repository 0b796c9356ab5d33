import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run, succeeds } from './sh.ts';

const NEEDED = {
  dockerd: 'docker.io',
  'docker-compose': 'docker-compose',
  debootstrap: 'debootstrap',
};
const STARTS_WITHIN_S = 60;

/**
 * A Docker to work with: what is missing comes from the distribution's packages, and where no daemon answers one is
 * started, with its images in `folder`.
 * @returns ends the daemon, if it was started here
 */
export async function docker(folder: string): Promise<() => Promise<void>> {
  const missing = Object.entries(NEEDED).filter(([program]) => !succeeds('which', [program]));
  if (missing.length > 0) {
    run('apt-get', ['update', '-qq']);
    const packages = missing.map(([, name]) => name);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  }
  if (answers()) return async () => {};
  for (const driver of [[], ['--storage-driver=vfs']]) {
    const end = start(folder, driver);
    if (await comesUp()) return end;
    await end();
  }
  throw new Error(`dockerd does not come up: see ${join(folder, 'dockerd.log')}`);
}

function answers(): boolean {
  return succeeds('docker', ['version']);
}

async function comesUp(): Promise<boolean> {
  for (let second = 0; second < STARTS_WITHIN_S; second += 1) {
    if (answers()) return true;
    await sleep(1000);
  }
  return false;
}

function start(folder: string, options: string[]): () => Promise<void> {
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'dockerd.log'), 'a');
  const daemon = spawn('dockerd', ['--data-root', join(folder, 'docker'), ...options], {
    stdio: ['ignore', log, log],
    // Ctrl-C is for this program, which takes everything down before it ends the daemon.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => daemon.once('exit', () => resolve()));
  return async () => {
    daemon.kill('SIGTERM');
    await ended;
  };
}
