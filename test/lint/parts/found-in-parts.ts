import { lintForm, lintPart, once, readable } from '../../../lint/lint-form.ts';
import { indexModels, readModel } from '../../../models/model-index.ts';
import { context, surroundings } from '../context.ts';

export const facts = {
  id: 'Group_facts',
  type: 'group',
  label: '项目情况',
  components: [{ id: 'Text_facts', type: 'text', text: '{{shown.projectId}}' }],
};
export const place = { id: 'Part_facts', type: 'group', properties: { part: 'facts' } };
const formOf = (id: string, components: object[]) =>
  JSON.stringify({ id, executionPlatform: 'Camunda Cloud', components });

/** What lint says of a form and a part, but for whether somebody uses the form: `file id message`. */
export async function found(form: object[], part: object[] = [facts], partId = 'facts') {
  const files = [
    { path: 'stage/review.form', source: formOf('review', form) },
    { path: 'other/second.form', source: formOf('second', [place]) },
    { path: 'common/parts/facts.form', source: formOf(partId, part) },
  ];
  const models = await Promise.all(readable(files).map(readModel));
  const { regulation } = context();
  const known = { models: indexModels(models, surroundings), regulation };
  const findings = models.flatMap((model) => {
    const told =
      model.kind === 'form'
        ? lintForm(model.form, known)
        : model.kind === 'part'
          ? lintPart(model, known)
          : [];
    return told.map((one) => ({ file: model.file.path, ...one }));
  });
  return once(findings)
    .filter(({ rule }) => rule !== 'form-identity')
    .map(({ file, id, message }) => `${file} ${id} ${message}`);
}

export const PART = 'common/parts/facts.form';
