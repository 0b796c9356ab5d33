import { useState } from 'preact/hooks';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { Field, ProblemLine } from '../../../site/page/ui/field.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { documentNumber, type Finding } from '../../api/common.ts';
import type { Actions } from './frame.tsx';

type Props = { finding: Finding; overrule: Actions['overrule']; onClose(): void };

/** Asks for the number of the document that allows what the regulation does not. */
export function OverruleDialog({ finding, overrule, onClose }: Props) {
  const [number, setNumber] = useState('');
  const { busy, problem, run } = useAction();
  const read = documentNumber.safeParse(number.trim());

  return (
    <Dialog title="依文号放行" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => {
            await overrule(finding, documentNumber.parse(number.trim()));
            onClose();
          });
        }}
      >
        <p>{finding.message}</p>
        <p>模型与办法不一致。确有文件允许的，请填写文号；放行人、时间和文号都会留存。</p>
        <Field
          label="文号"
          hint="例如：九数办〔2026〕12号"
          problem={number !== '' && !read.success ? read.error.issues[0]?.message : undefined}
        >
          <input
            name="document"
            value={number}
            required
            onInput={(event) => setNumber(event.currentTarget.value)}
          />
        </Field>
        <ProblemLine problem={problem} />
        <footer class="dialog-foot">
          <button type="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" class="primary" disabled={busy || !read.success}>
            放行
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
