import type { ImportPosition } from '../../engine/import-positions.ts';

// A busy importer moves every few seconds; a record that it cannot take it tries again for ever.
const STANDS_AFTER_MS = 60_000;
const EVERY_MS = 10_000;

/** `unknown` where nobody said which OpenSearch is behind Tasklist, or that one does not answer. */
export type ImporterState = 'up' | 'standing' | 'unknown';

/** Whether Tasklist takes in new tasks: while it does not, nothing that happens can be seen or signed. */
export interface Importer {
  state(): ImporterState;
}

type Watching = {
  /** Undefined where there is nothing to ask. */
  read: (() => Promise<ImportPosition[]>) | undefined;
  signal: AbortSignal;
  /** Passes the milliseconds until the next look. */
  wait: (ms: number) => Promise<void>;
  /** Milliseconds by a clock that never jumps. */
  clock?: () => number;
};

/**
 * Looks again and again until the signal. The importer stands still when there is something to take in and for a minute it has
 * taken in none of it; one that is only behind, because the machine is busy, does not.
 */
export function watchImporter({
  read,
  signal,
  wait,
  clock = () => performance.now(),
}: Watching): Importer {
  let state: ImporterState = 'unknown';
  let seen = new Map<string, { imported: number; moved: number }>();

  function judge(positions: ImportPosition[], now: number): ImporterState {
    seen = new Map(
      positions.map(({ kind, partition, exported, imported }) => {
        const key = `${kind} ${partition}`;
        const before = seen.get(key);
        const rests = imported >= exported;
        const moved = rests || before?.imported !== imported ? now : before.moved;
        return [key, { imported, moved }];
      }),
    );
    const stands = [...seen.values()].some(({ moved }) => now - moved >= STANDS_AFTER_MS);
    return stands ? 'standing' : 'up';
  }

  async function look(ask: () => Promise<ImportPosition[]>): Promise<void> {
    while (!signal.aborted) {
      state = await ask().then(
        (positions) => judge(positions, clock()),
        (): ImporterState => 'unknown',
      );
      await wait(EVERY_MS);
    }
  }
  if (read !== undefined) void look(read);
  return { state: () => state };
}
