const PAUSE = 300;
// Typing without a pause is looked at nevertheless after this long.
const LATEST = 3000;

/** Calls `look` when nothing was touched for 0.3 seconds and the browser has time. */
export function whenQuiet(look: () => unknown): { touch(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let first: number | undefined;

  function stop(): void {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
  }

  return {
    touch() {
      stop();
      const now = Date.now();
      first ??= now;
      const wait = Math.max(0, Math.min(PAUSE, first + LATEST - now));
      timer = setTimeout(() => {
        first = undefined;
        idle = requestIdleCallback(() => look(), { timeout: 1000 });
      }, wait);
    },
    stop,
  };
}
