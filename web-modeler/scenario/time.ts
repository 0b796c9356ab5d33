import { trigger } from './catching.ts';
import { settle } from './lifecycle.ts';
import type { Walk } from './walk.ts';

const DAY_MS = 86_400_000;

/** Lets the time pass to an instant: every timer ticks on its way, the earliest first. */
export async function passTo(walk: Walk, instant: Date): Promise<void> {
  for (;;) {
    const next = walk.timers.reduce(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      walk.timers[0],
    );
    if (next === undefined || next.at > instant.getTime()) break;
    walk.now = new Date(next.at);
    next.at += DAY_MS;
    trigger(walk, next.host, next.event);
    await settle(walk);
  }
  if (instant > walk.now) walk.now = instant;
}
