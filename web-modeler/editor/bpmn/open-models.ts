import type { Moddle, Services, Shape } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import type { Library } from '../library.ts';
import { extensionOf } from './moddle.ts';

type ContextPad = { registerProvider(provider: object): void };
type Target = { kind: Library[number]['kind']; id: string };

const REFERENCES = [
  { type: 'zeebe:CalledElement', property: 'processId', kind: 'process' },
  { type: 'zeebe:FormDefinition', property: 'formId', kind: 'form' },
  { type: 'zeebe:CalledDecision', property: 'decisionId', kind: 'decision' },
] as const;

const WORDS = { process: '流程', form: '表单', decision: '决策表', notice: '通知' };

/** Puts 打开 beside an element that calls a process, shows a form or asks a table; offers these in the menus. */
export function openModelsModule(read: () => Promise<Library>, open: (path: string) => void) {
  let library: Library = [];

  class OpenModels {
    static $inject = ['contextPad', 'resources', 'eventBus'];

    constructor(
      contextPad: ContextPad,
      resources: Services['resources'],
      eventBus: Services['eventBus'],
    ) {
      contextPad.registerProvider(this);
      read().then((models) => {
        library = models;
        resources.set(models.flatMap(asResource));
      }, console.error);
      // The menus' own loader empties the list with every diagram.
      eventBus.on('import.done', () => resources.set(library.flatMap(asResource)));
    }

    getContextPadEntries(shape: Shape) {
      const target = targetOf(shape.businessObject);
      const model = library.find(({ kind, id }) => kind === target?.kind && id === target.id);
      if (!model) return {};
      return {
        'open-model': {
          group: 'edit',
          className: 'open-model-icon',
          title: `打开${WORDS[model.kind]}“${model.name}”`,
          action: { click: () => open(model.path) },
        },
      };
    }
  }
  return { __init__: ['openModels'], openModels: ['type', OpenModels] };
}

function targetOf(element: Moddle): Target | undefined {
  for (const { type, property, kind } of REFERENCES) {
    const id = extensionOf(element, type)?.get(property);
    if (typeof id === 'string') return { kind, id };
  }
  return undefined;
}

function asResource({ kind, id, name }: Library[number]): object[] {
  if (kind === 'process') return [{ type: 'bpmnProcess', name, processId: id }];
  if (kind === 'decision') return [{ type: 'dmnDecision', name, decisionId: id }];
  if (kind === 'form') return [{ type: 'form', name, formId: id }];
  return [];
}
