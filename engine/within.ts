/**
 * What the work answers, unless the time is over or the signal comes first: then nobody waits for it any more.
 * @throws the work's own error, the signal's reason, or Error that names the time
 */
export function within<T>(ms: number, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const ended = new AbortController();
    const end = (settle: () => void) => {
      clearTimeout(timer);
      ended.abort();
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new Error(`no answer within ${ms} ms`))), ms);
    const aborted = () => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', aborted, { signal: ended.signal });
    if (signal?.aborted) aborted();
    work.then(
      (answer) => end(() => resolve(answer)),
      (error: unknown) => end(() => reject(error)),
    );
  });
}
