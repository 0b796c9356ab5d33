import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadStyles } from './assets.ts';
import { Failed, Loading } from './ui/waiting.tsx';

/**
 * A page whose scripts and style sheet are loaded when it is first shown. `source` is the module that
 * `load` imports: the build names the style sheet after it.
 */
export function lazily<P extends object>(
  source: string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;

  return function Lazy(props: P) {
    const [, redraw] = useState(0);
    const [error, setError] = useState<unknown>();
    const [round, setRound] = useState(0);

    // A new round tries again.
    useEffect(() => {
      if (loaded) return;
      Promise.all([load(), loadStyles(source)]).then(
        ([component]) => {
          loaded = component;
          redraw(1);
        },
        (reason: unknown) => setError(reason),
      );
    }, [round]);

    function retry(): void {
      setError(undefined);
      setRound(round + 1);
    }

    if (error) return <Failed error={error} retry={retry} />;
    if (!loaded) return <Loading />;
    const Loaded = loaded;
    return <Loaded {...props} />;
  };
}
