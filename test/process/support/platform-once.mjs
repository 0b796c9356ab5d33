// Jest loads this file by itself, without its TypeScript transform; tsx takes its place.
import { register } from 'tsx/esm/api';

let starting;

/** Starts the platform of the process tests when the first of them comes up; an idle one would slow down all others. */
export function platformOnce() {
  // While writing tests: a platform that already runs (its ready.json in data/test) is used as it is.
  if (process.env.USE_RUNNING_PLATFORM) return;
  starting ??= start();
  return starting;
}

async function start() {
  const unregister = register();
  const { setUp } = await import('./set-up.ts');
  globalThis.__platform__ = await setUp();
  await unregister();
}
