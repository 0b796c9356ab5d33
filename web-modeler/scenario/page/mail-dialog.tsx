import { Dialog } from '../../../site/page/ui/dialog.tsx';
import type { Happening } from '../api.ts';

/** A notice as it would be mailed. */
export function MailDialog({ happening, onClose }: { happening: Happening; onClose(): void }) {
  const { mail, on } = happening;
  if (!mail) return null;
  return (
    <Dialog title="通知" onClose={onClose}>
      <dl class="mail-head">
        <dt>日期</dt>
        <dd>{on}</dd>
        <dt>主题</dt>
        <dd>{mail.subject}</dd>
        <dt>收件</dt>
        <dd>{mail.to.join('、')}</dd>
        {mail.cc.length > 0 && (
          <>
            <dt>抄送</dt>
            <dd>{mail.cc.join('、')}</dd>
          </>
        )}
      </dl>
      <pre class="mail-text">{mail.text}</pre>
      <p class="muted">按正在推演的模型版本中的通知模板填写，推演不会发出邮件。</p>
    </Dialog>
  );
}
