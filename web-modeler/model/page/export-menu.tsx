import { useRef } from 'preact/hooks';
import { download, fileNameOf, withEnding } from '../../../site/page/download.ts';
import { ProblemLine } from '../../../site/page/ui/field.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import type { Kind } from '../../api/common.ts';
import type { EditorHandle } from '../../editor/editor-contract.ts';

type Props = { editor: EditorHandle | undefined; path: string; kind: Kind };

const SOURCE_WORDS: Record<Kind, string> = {
  process: '模型文件（XML）',
  decision: '模型文件（XML）',
  form: '表单文件（JSON）',
  notice: '通知文本',
};

/** The model as it is in the editor, as a file or a picture. */
export function ExportMenu({ editor, path, kind }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { busy, problem, run } = useAction();
  const fileName = fileNameOf(path);

  function give(name: string, content: () => Promise<string | Blob> | undefined): void {
    void run(async () => {
      const made = await content();
      if (made !== undefined) download(name, made);
      if (menu.current) menu.current.open = false;
    });
  }

  return (
    <details class="menu" ref={menu}>
      <summary class="button">导出</summary>
      <div class="menu-items">
        {editor?.pictures && (
          <>
            <button
              type="button"
              disabled={busy}
              onClick={() => give(withEnding(fileName, 'svg'), () => editor.pictures?.svg())}
            >
              矢量图（SVG）
            </button>
            <button
              type="button"
              disabled={busy}
              onClick={() => give(withEnding(fileName, 'png'), () => editor.pictures?.png())}
            >
              图片（PNG）
            </button>
          </>
        )}
        <button
          type="button"
          disabled={busy || !editor}
          onClick={() => give(fileName, () => editor?.source())}
        >
          {SOURCE_WORDS[kind]}
        </button>
        <ProblemLine problem={problem} />
      </div>
    </details>
  );
}
