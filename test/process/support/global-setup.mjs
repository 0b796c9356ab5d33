// Jest loads this file by itself, without its TypeScript transform; tsx takes its place.
import { register } from 'tsx/esm/api';

export default async function globalSetup() {
  // While writing tests: a platform that already runs (its ready.json in data/test) is used as it is.
  if (process.env.USE_RUNNING_PLATFORM) return;
  const unregister = register();
  const { setUp } = await import('./set-up.ts');
  globalThis.__platform__ = await setUp();
  await unregister();
}
