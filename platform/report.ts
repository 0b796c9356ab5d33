/** How the launcher tells what it is doing. */
export type Report = {
  /** Shows the step while it runs and, when it is done, how long it took. */
  step<T>(label: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T>;
  line(text: string): void;
};

type Running = { label: string; since: number; detail: string };

const TICK_MS = 1000;
const REMINDER_TICKS = 15;

/**
 * On a terminal: one living line with all that runs and its seconds. Elsewhere: a line when a step is
 * done, and one every quarter of a minute while it lasts.
 */
export function terminalReport(out: NodeJS.WriteStream = process.stdout): Report {
  const running = new Set<Running>();
  let ticks = 0;
  let timer: NodeJS.Timeout | undefined;

  const clear = () => out.isTTY && out.write('\r\u001b[2K');
  const line = (text: string) => {
    clear();
    out.write(`${text}\n`);
    draw();
  };
  const draw = () => {
    if (!out.isTTY || running.size === 0) return;
    clear();
    out.write(
      [...running]
        .map(inWords)
        .join(' · ')
        .slice(0, (out.columns || 80) / 2),
    );
  };
  const tick = () => {
    ticks += 1;
    if (out.isTTY) draw();
    else if (ticks % REMINDER_TICKS === 0) for (const one of running) line(`… ${inWords(one)}`);
  };

  return {
    line,
    async step(label, work) {
      const one = { label, since: performance.now(), detail: '' };
      running.add(one);
      timer ??= setInterval(tick, TICK_MS).unref();
      draw();
      try {
        const result = await work((text) => {
          one.detail = text;
        });
        running.delete(one);
        line(`✓ ${label} ${seconds(one.since)}`);
        return result;
      } catch (error) {
        running.delete(one);
        line(`✗ ${label} ${seconds(one.since)}`);
        throw error;
      } finally {
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      }
    },
  };
}

/** For tests: says nothing. */
export const silentReport: Report = {
  step: (_label, work) => work(() => {}),
  line: () => {},
};

function inWords({ label, since, detail }: Running): string {
  return `${label} ${seconds(since)}${detail === '' ? '' : ` ${detail}`}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} 秒`;
}
