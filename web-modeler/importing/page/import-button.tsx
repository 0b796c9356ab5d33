import { useRef } from 'preact/hooks';
import { importFiles } from './queue.ts';

/** Chooses files to import, for those who do not drag. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        title="也可以把文件拖到页面任意位置"
        onClick={() => input.current?.click()}
      >
        导入文件
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="选择要导入的文件"
        accept=".bpmn,.dmn,.form"
        onChange={(event) => {
          importFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
