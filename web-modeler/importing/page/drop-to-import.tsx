import { useEffect, useState } from 'preact/hooks';
import { may } from '../../api/rights.ts';
import { useMe } from '../../page/use-me.ts';
import { ImportDialog } from './import-dialog.tsx';
import { importFiles, nextImport, watchImports } from './queue.ts';

/** Takes files that are dropped anywhere on the window, and imports them one after the other. */
export function DropToImport() {
  const allowed = may(useMe(), 'edit');
  const [dragged, setDragged] = useState(false);
  const [waiting, setWaiting] = useState<File[]>([]);

  useEffect(() => watchImports(setWaiting), []);

  useEffect(() => {
    function over(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the browser opens the file in place of the page, which may hold unsaved work.
      event.preventDefault();
      event.dataTransfer.dropEffect = allowed ? 'copy' : 'none';
      setDragged(allowed);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setDragged(false);
    }
    function drop(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragged(false);
      if (allowed) importFiles(event.dataTransfer.files);
    }
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [allowed]);

  const [file] = waiting;
  return (
    <>
      {dragged && <div class="drop-here">松开鼠标导入文件，保存之前先列出其中的问题</div>}
      {file && (
        <ImportDialog key={`${file.name} ${waiting.length}`} file={file} onDone={nextImport} />
      )}
    </>
  );
}
