import { useCallback, useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'loaded'; value: T };

/**
 * Loads what a page shows, anew whenever `key` changes. While it reloads the old value stays; an answer
 * that comes after the next question is dropped.
 */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>) {
  const [loaded, setLoaded] = useState<Loaded<T> & { key?: string }>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);

  // `load` is written in place by the pages, so it is a new one at every drawing: `key` says what it loads.
  useEffect(() => {
    const aborted = new AbortController();
    load(aborted.signal).then(
      (value) => !aborted.signal.aborted && setLoaded({ state: 'loaded', value, key }),
      (error) => !aborted.signal.aborted && setLoaded({ state: 'failed', error, key }),
    );
    return () => aborted.abort();
  }, [key, round]);

  const current: Loaded<T> = loaded.key === key ? loaded : { state: 'loading' };
  return { loaded: current, reload };
}
