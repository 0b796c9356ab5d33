import { is, list } from './element.ts';
import { flowElements } from './flow.ts';
import { offeredOutcomes } from './form-options.ts';
import type { Read } from './model-index.ts';
import { readUserTask } from './user-task.ts';

/** What the models say of their elements; some of it is worked with beside the engine. */
export interface Steps {
  /** The element's Chinese label; its id where the models do not name it. */
  label(processId: string, elementId: string): string;
  /** The outcomes that the form of a user task offers; undefined where the models do not say. */
  outcomes(processId: string, elementId: string): string[] | undefined;
}

/** Collects the steps of models that belong together. */
export function stepsOf(models: Read[]): Steps {
  const forms = new Map(
    models.flatMap((model) =>
      model.kind === 'form' ? [[model.form.id, offeredOutcomes(model.form)] as const] : [],
    ),
  );
  const labels = new Map<string, string>();
  const outcomes = new Map<string, string[]>();
  for (const model of models) {
    if (model.kind !== 'diagram') continue;
    for (const process of list(model.definitions, 'rootElements')) {
      for (const element of flowElements(process)) {
        const key = `${process.id}/${element.id}`;
        if (element.name) labels.set(key, element.name);
        if (!is(element, 'bpmn:UserTask')) continue;
        const offered = forms.get(readUserTask(element).formId ?? '');
        if (offered)
          outcomes.set(
            key,
            offered.map(({ value }) => value),
          );
      }
    }
  }
  return {
    label: (processId, elementId) => labels.get(`${processId}/${elementId}`) ?? elementId,
    outcomes: (processId, elementId) => outcomes.get(`${processId}/${elementId}`),
  };
}
