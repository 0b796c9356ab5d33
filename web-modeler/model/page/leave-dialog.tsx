import { Dialog } from '../../../site/page/ui/dialog.tsx';

type Props = { save(): void; leave(): void; stay(): void };

/** Asks what becomes of changes that are not saved, before another page is opened. */
export function LeaveDialog({ save, leave, stay }: Props) {
  return (
    <Dialog title="有未保存的修改" onClose={stay}>
      <p>离开前要保存吗？不保存时，修改仍留在这台电脑的浏览器里，下次打开这个模型可以恢复。</p>
      <footer class="dialog-foot">
        <button type="button" onClick={stay}>
          留在本页
        </button>
        <button type="button" onClick={leave}>
          暂不保存，离开
        </button>
        <button type="button" class="primary" onClick={save}>
          保存
        </button>
      </footer>
    </Dialog>
  );
}
