import { setTimeout as pause } from 'node:timers/promises';
import type { Service } from './service.ts';

export type Watch = {
  service: Pick<Service, 'pid' | 'replace'>;
  /** One real call; false and a throw mean that it does not work. */
  probe(): Promise<boolean>;
  everyMs?: number;
  /** How long a process may fail that worked before, and how long one may take to begin. */
  patienceMs?: number;
  graceMs?: number;
};

/**
 * Watches a process that may hang without ending (#32572, #28484): when every probe has failed for
 * the whole of its patience, it is replaced. A process that was started anew first gets its grace.
 */
export async function watch(
  { service, probe, everyMs = 10_000, patienceMs = 60_000, graceMs = 300_000 }: Watch,
  signal: AbortSignal,
): Promise<void> {
  let pid = service.pid();
  let sound = performance.now();
  let allowance = patienceMs;
  while (!signal.aborted) {
    await pause(everyMs, undefined, { signal, ref: false }).catch(() => {});
    const works = await probe().catch(() => false);
    if (signal.aborted) return;
    const now = performance.now();
    if (service.pid() !== pid) {
      pid = service.pid();
      sound = now;
      allowance = graceMs;
    }
    if (works) {
      sound = now;
      allowance = patienceMs;
    } else if (now - sound >= allowance) {
      service.replace(`no answer to a real call for ${Math.round((now - sound) / 1000)} s`);
      sound = now;
    }
  }
}
