import type { Moddle, Services, Shape } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import type { Surroundings } from '../surroundings.ts';
import { childrenOf, extensionOf, isModdle } from './moddle.ts';
import { type Variable, variablesOfProjects, variablesOfTask } from './project-variables.ts';

// Before and after the properties panel, which listens to the same event.
const BEFORE = 2000;
const AFTER = 100;

/**
 * Offers variables in expression fields: what the diagram writes, and what projects carry beyond it.
 *
 * Stands in for @bpmn-io/variable-resolver, which analyses every expression of the diagram anew at every
 * change, on the thread that has to draw the typing. Names are enough to complete; what they hold is
 * checked by lint in its worker.
 */
export function variablesModule(surroundings: Promise<Surroundings>) {
  let ofProjects = variablesOfProjects([]);

  class DiagramVariables {
    static $inject = ['elementRegistry', 'eventBus'];
    readonly #registry: Services['elementRegistry'];
    #written: Variable[] | undefined;
    #changing = false;
    /** The names each element's fields were told, and what they were told before the current change. */
    #given = new Map<string, string>();
    #before = new Map<string, string>();

    constructor(registry: Services['elementRegistry'], eventBus: Services['eventBus']) {
      this.#registry = registry;
      surroundings.then(
        ({ files }) => {
          ofProjects = variablesOfProjects(files);
          this.#given.clear();
        },
        () => undefined,
      );
      eventBus.on('import.done', () => this.#forget());
      eventBus.on('commandStack.changed', BEFORE, () => {
        this.#forget();
        this.#before = new Map(this.#given);
        this.#changing = true;
      });
      eventBus.on('commandStack.changed', AFTER, () => {
        this.#changing = false;
      });
    }

    /** Called by every expression field when it is shown, and again at every change. */
    getVariablesForElement(element: Moddle): Promise<Variable[]> {
      this.#written ??= this.#registry.getAll().flatMap(writtenBy);
      const local = [element, ...ancestors(element)].flatMap(localTo);
      const task = element.$type === 'bpmn:UserTask' ? variablesOfTask : [];
      const found = unique([...local, ...task, ...this.#written, ...ofProjects]);
      const names = found.map(({ name }) => name).join();
      const same = this.#before.get(element.id ?? '') === names;
      this.#given.set(element.id ?? '', names);
      // A field that is shown already has these: an answer would make it parse its expression again.
      if (this.#changing && same) return new Promise(() => undefined);
      return Promise.resolve(found);
    }

    registerProvider(): void {}

    #forget(): void {
      this.#written = undefined;
    }
  }

  return { variableResolver: ['type', DiagramVariables] };
}

/** What an element leaves in the process: its outputs, or the variable of its result. */
function writtenBy({ businessObject, labelTarget }: Shape): Variable[] {
  if (labelTarget) return [];
  const info = `由${businessObject.name || businessObject.id}写入`;
  const outputs = childrenOf(extensionOf(businessObject, 'zeebe:IoMapping'), 'outputParameters');
  const results = ['zeebe:CalledDecision', 'zeebe:Script'].flatMap(
    (type) => extensionOf(businessObject, type)?.get('resultVariable') ?? [],
  );
  return [
    ...outputs.flatMap((output) => named(output.get('target'), info, output.get('source'))),
    ...results.flatMap((name) => named(name, info)),
  ];
}

/** What only the element and what is inside it see: its inputs, and the one of many it is about. */
function localTo(element: Moddle): Variable[] {
  const inputs = childrenOf(extensionOf(element, 'zeebe:IoMapping'), 'inputParameters');
  const loop = element.get('loopCharacteristics');
  const item =
    isModdle(loop) && extensionOf(loop, 'zeebe:LoopCharacteristics')?.get('inputElement');
  return [
    ...inputs.flatMap((input) => named(input.get('target'), '本环节的输入', input.get('source'))),
    ...(item ? named(item, '正在办理的一项') : []),
  ];
}

function ancestors({ $parent }: Moddle): Moddle[] {
  return $parent ? [$parent, ...ancestors($parent)] : [];
}

function named(name: unknown, info: string, source?: unknown): Variable[] {
  if (typeof name !== 'string' || name === '') return [];
  const keys = typeof source === 'string' ? keysOf(source) : [];
  return [
    {
      name,
      info,
      ...(keys.length > 0 && { detail: 'Context', entries: keys.map((key) => ({ name: key })) }),
    },
  ];
}

/** The keys of an expression that is one context: ={outcome: outcome, opinion: opinion}. */
function keysOf(source: string): string[] {
  if (!/^=\s*\{/.test(source)) return [];
  return [...source.matchAll(/[{,]\s*(\w+)\s*:/g)].map(([, key]) => key ?? '');
}

/** The nearest of each name: what is local hides what the process holds. */
function unique(variables: Variable[]): Variable[] {
  const found = new Map<string, Variable>();
  for (const variable of variables) {
    if (!found.has(variable.name)) found.set(variable.name, variable);
  }
  return [...found.values()];
}
