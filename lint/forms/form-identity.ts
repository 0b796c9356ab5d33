import type { FormRule } from '../rule.ts';

/** A form is called like its file, exists once, is made for this engine, and someone uses it. */
export const formIdentity: FormRule = {
  id: 'form-identity',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ file, id, platform }, { models }, report) => {
    if (!file.replaceAll('\\', '/').endsWith(`/${id}.form`)) {
      report(id, `表单编号应当与文件名一致，请把文件改名为 ${id}.form，或者修改编号。`);
    }
    if (models.forms.filter((other) => other === id).length > 1) {
      report(id, '表单编号重复，请改成唯一的编号。');
    }
    if (platform !== 'Camunda Cloud') report(id, '请把 executionPlatform 设为 Camunda Cloud。');
    const used = [...models.startForms, ...models.userTasks.map(({ formId }) => formId)];
    if (!used.includes(id)) report(id, '没有环节使用这个表单，请关联到环节或者删除。');
  },
};
