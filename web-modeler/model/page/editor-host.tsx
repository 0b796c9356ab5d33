import { useEffect, useRef, useState } from 'preact/hooks';
import { loadStyles } from '../../../site/page/assets.ts';
import { Failed, Loading } from '../../../site/page/ui/waiting.tsx';
import type { EditorHandle, EditorProps } from '../../editor/editor-contract.ts';

type Props = EditorProps & {
  /** An element to select when the editor is open. */
  element: string | undefined;
  onOpened(handle: EditorHandle): void;
};

/** The place where the editor of one text lives; its scripts are loaded when the first one is opened. */
export function EditorHost(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const [error, setError] = useState<unknown>();
  const [round, setRound] = useState(0);
  // The editor is opened once and calls back for long: it must reach what the page is now.
  const latest = useRef(props);
  latest.current = props;

  // A new round tries again.
  useEffect(() => {
    let handle: EditorHandle | undefined;
    let left = false;
    Promise.all([import('../../editor/index.ts'), loadStyles('editor/index.ts')]).then(
      ([{ openEditor }]) => {
        if (left || !host.current) return;
        const { path, kind, source, blob, readOnly, me, element } = latest.current;
        handle = openEditor(host.current, {
          path,
          kind,
          source,
          blob,
          readOnly,
          me,
          onDirty: (dirty) => latest.current.onDirty(dirty),
          onSaveRequested: () => latest.current.onSaveRequested(),
          onOpen: (other) => latest.current.onOpen(other),
          onRestored: (base) => latest.current.onRestored?.(base),
        });
        if (element) handle.select(element);
        setOpened(true);
        latest.current.onOpened(handle);
      },
      (reason: unknown) => setError(reason),
    );
    return () => {
      left = true;
      handle?.destroy();
    };
  }, [round]);

  return (
    <div class="model-editor">
      {error ? (
        <Failed
          error={error}
          retry={() => {
            setError(undefined);
            setRound(round + 1);
          }}
        />
      ) : (
        !opened && <Loading />
      )}
      <div ref={host} class="model-editor-host" />
    </div>
  );
}
