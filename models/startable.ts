import { type Element, is, list, text } from './element.ts';
import { flowElements } from './flow.ts';
import type { Read } from './model-index.ts';
import { extension } from './zeebe.ts';

/** A process that people start themselves. */
export type Startable = {
  processId: string;
  /** Who: `applicants` for every unit, else the name of the body. */
  startedBy: string;
  /** The process variables its start form writes. */
  variables: string[];
};

/** The property of a start event that says who may start its process by hand. */
const PROPERTY = 'startedBy';

/**
 * The processes whose model marks them as meant for people: their start event has the property `startedBy` and a form.
 * All others are called by processes, and by nobody else.
 */
export function startableIn(models: Read[]): Startable[] {
  const forms = new Map(
    models.flatMap((model) =>
      model.kind === 'form' ? [[model.form.id, model.form] as const] : [],
    ),
  );
  return models
    .flatMap((model) => (model.kind === 'diagram' ? list(model.definitions, 'rootElements') : []))
    .filter((element) => is(element, 'bpmn:Process'))
    .flatMap((process) =>
      flowElements(process)
        .filter((element) => is(element, 'bpmn:StartEvent') && element.$parent === process)
        .flatMap((start): Startable[] => {
          const startedBy = startedByOf(start);
          const form = forms.get(text(extension(start, 'zeebe:FormDefinition'), 'formId') ?? '');
          if (startedBy === undefined || form === undefined) return [];
          const variables = form.components.flatMap(({ variable }) => variable ?? []);
          return [{ processId: process.id ?? '', startedBy, variables: [...new Set(variables)] }];
        }),
    );
}

/** Who may start the process of a start event by hand; undefined where its model does not say. */
export function startedByOf(start: Element): string | undefined {
  const properties = list(extension(start, 'zeebe:Properties'), 'properties');
  const found = properties.find((one) => text(one, 'name') === PROPERTY);
  return found && text(found, 'value');
}
