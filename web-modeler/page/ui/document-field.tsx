import { Field } from '../../../site/page/ui/field.tsx';
import { sentenceOfFirst } from '../../../site/page/ui/first-issue.ts';
import { documentNumber } from '../../api/common.ts';

type Props = { value: string; change(value: string): void; hint?: string };

/** The number of the document that orders something. */
export function DocumentField({ value, change, hint }: Props) {
  return (
    <Field
      label="文号"
      hint={hint ?? '要求修改的文件的文号，例如：九数办〔2026〕12号。'}
      problem={value ? sentenceOfFirst(documentNumber, value) : undefined}
    >
      <input required value={value} onInput={(event) => change(event.currentTarget.value)} />
    </Field>
  );
}

/** Whether a document number is written as it should be. */
export function isDocument(value: string): boolean {
  return documentNumber.safeParse(value).success;
}
