import { readFolder } from '../../../models/folder.ts';
import { loadSteps } from '../../../models/load.ts';
import { indexModels, readModel } from '../../../models/model-index.ts';

const { files, surroundings } = await readFolder('bpmn', 'workers');
const { userTasks } = indexModels(await Promise.all(files.map(readModel)), surroundings);
const steps = await loadSteps('bpmn');

/** The variables of a task with that form, with what open-task makes of them for it. */
export function shownTo(
  formId: string,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const task = userTasks.find((one) => one.formId === formId);
  if (!task) return variables;
  return { ...variables, shown: steps.shown(task.processId, task.id, variables) };
}
