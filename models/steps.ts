import { is, list, text } from './element.ts';
import { flowElements } from './flow.ts';
import type { Form } from './form.ts';
import { offeredOutcomes } from './form-options.ts';
import type { Read } from './model-index.ts';
import { askedFor, display, shownBy } from './shown.ts';
import { readUserTask, type UserTask } from './user-task.ts';
import { extension } from './zeebe.ts';

/** What the models say of their elements; some of it is worked with beside the engine. */
export interface Steps {
  /** The element's Chinese label; its id where the models do not name it. */
  label(processId: string, elementId: string): string;
  /** The outcomes that the form of a user task offers; undefined where the models do not say. */
  outcomes(processId: string, elementId: string): string[] | undefined;
  /** What the model itself gives a user task as input, by name; undefined where the models do not say. */
  inputs(processId: string, elementId: string): string[] | undefined;
  /** The process that a call activity calls; undefined where the models do not say. */
  called(processId: string, elementId: string): string | undefined;
  /** What the form of a user task shows of these variables, for its variable `shown`. */
  shown(
    processId: string,
    elementId: string,
    variables: Record<string, unknown>,
  ): Record<string, unknown>;
}

/** Collects the steps of models that belong together, their forms filled in. */
export function stepsOf(models: Read[]): Steps {
  const forms = new Map(
    models.flatMap((model) =>
      model.kind === 'form' ? [[model.form.id, model.form] as const] : [],
    ),
  );
  const labels = new Map<string, string>();
  const tasks = new Map<string, UserTask>();
  const calls = new Map<string, string | undefined>();
  for (const model of models) {
    if (model.kind !== 'diagram') continue;
    for (const process of list(model.definitions, 'rootElements')) {
      for (const element of flowElements(process)) {
        const key = `${process.id}/${element.id}`;
        if (element.name) labels.set(key, element.name);
        if (is(element, 'bpmn:UserTask')) tasks.set(key, readUserTask(element));
        calls.set(key, text(extension(element, 'zeebe:CalledElement'), 'processId'));
      }
    }
  }
  const asked = askedFor([...tasks.values()], forms);
  const byForm = <Of>(read: (form: Form) => Of) => {
    const known = new Map([...forms].map(([id, form]) => [id, read(form)]));
    return (processId: string, elementId: string) =>
      known.get(tasks.get(`${processId}/${elementId}`)?.formId ?? '');
  };
  const outcomes = byForm((form) => offeredOutcomes(form)?.map(({ value }) => value));
  const shown = byForm(shownBy);
  return {
    label: (processId, elementId) => labels.get(`${processId}/${elementId}`) ?? elementId,
    outcomes,
    inputs: (processId, elementId) => tasks.get(`${processId}/${elementId}`)?.inputs,
    called: (processId, elementId) => calls.get(`${processId}/${elementId}`),
    shown: (processId, elementId, variables) =>
      display(shown(processId, elementId) ?? [], variables, asked),
  };
}
