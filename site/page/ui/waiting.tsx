import type { ComponentChildren } from 'preact';
import { sentenceOf } from '../problem.ts';
import type { Loaded } from './use-loaded.ts';

type Props<T> = {
  of: Loaded<T>;
  reload(): void;
  children(value: T): ComponentChildren;
};

/** Shows what was loaded, that it is still loading, or why it could not be. */
export function Waiting<T>({ of: loaded, reload, children }: Props<T>) {
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failed error={loaded.error} retry={reload} />;
  return <>{children(loaded.value)}</>;
}

export function Loading() {
  return (
    <p class="loading" role="status">
      正在读取……
    </p>
  );
}

export function Failed({ error, retry }: { error: unknown; retry(): void }) {
  return (
    <div class="message message-error" role="alert">
      <p>{sentenceOf(error)}</p>
      <button type="button" onClick={retry}>
        重试
      </button>
    </div>
  );
}
