import type { Moddle, Services, Shape } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';
import { childrenOf } from './moddle.ts';
import {
  type Editing,
  inputsOf,
  mappingOf,
  nameResult,
  renameVariables,
  resultsOf,
} from './step-variables.ts';

const TEMPLATES = ['statutory-task', 'untimed-task'];
const CHANGE = 'propertiesPanel.zeebe.changeTemplate';

type Template = { id: string; properties: { binding: { type: string; name?: string } }[] };
type TemplateChange = { element: Shape; newTemplate?: Template; kept?: Moddle[] };
type Update = { element: Shape; properties: { id?: string }; oldProperties: { id?: string } };
type Mapped = { moddleElement: Moddle; properties: { inputParameters?: Moddle[] } };

/**
 * What the templates of a step cannot say by themselves: fields that its form enters are kept when a
 * template is applied, its one result is named after it, and follows when its id changes.
 */
class StatutoryTask extends CommandInterceptor {
  static $inject = ['eventBus', 'elementTemplates', 'modeling', 'bpmnFactory', 'elementRegistry'];

  constructor(
    eventBus: unknown,
    elementTemplates: { getAll(): Template[] },
    modeling: Services['modeling'],
    bpmnFactory: Services['bpmnFactory'],
    elementRegistry: Services['elementRegistry'],
  ) {
    super(eventBus);
    const editing: Editing = { modeling, bpmnFactory };

    this.preExecute<Mapped>(['element.updateModdleProperties'], keepOrder, true);
    this.preExecute<TemplateChange>(
      [CHANGE],
      (context) => {
        if (!isOurs(context.newTemplate?.id)) return;
        const own = namesOf(elementTemplates.getAll());
        context.kept = inputsOf(context.element).filter((input) => !own.has(input.get('target')));
      },
      true,
    );
    this.postExecuted<TemplateChange>(
      [CHANGE],
      ({ element, newTemplate, kept = [] }) => {
        if (!isOurs(newTemplate?.id)) return;
        giveBack(element, kept, editing);
        nameResult(element, editing);
      },
      true,
    );
    this.postExecuted<{ shape: Shape }>(
      ['shape.create'],
      ({ shape }) => {
        if (isOurs(shape.businessObject.get('zeebe:modelerTemplate'))) nameResult(shape, editing);
      },
      true,
    );
    this.postExecuted<{ elements: Shape[] }>(
      ['elements.create'],
      ({ elements }) => {
        // What is pasted gets new ids, but keeps the names of the variables it was copied with.
        for (const element of elements) {
          const now = element.id;
          for (const before of resultsOf(element).filter((id) => id !== now)) {
            renameVariables({ before, now, among: elements }, editing);
          }
        }
      },
      true,
    );
    this.postExecuted<Update>(
      ['element.updateProperties'],
      ({ element, properties, oldProperties }) => {
        const [before, now] = [oldProperties.id, properties.id];
        if (element.type !== 'bpmn:UserTask' || !before || !now || before === now) return;
        renameVariables({ before, now, among: elementRegistry.getAll() }, editing);
      },
      true,
    );
  }
}

export const statutoryTaskModule = {
  __init__: ['statutoryTask'],
  statutoryTask: ['type', StatutoryTask],
  // It would move the inputs of every task that is touched into the template's order; see keepOrder.
  elementTemplatesUpdatePropertiesOrderBehavior: ['value', null],
};

function isOurs(template: unknown): boolean {
  return typeof template === 'string' && TEMPLATES.includes(template);
}

/** A field of a template replaces its input by a new one at the end; it goes where the old one stood. */
function keepOrder({ moddleElement, properties }: Mapped): void {
  const { inputParameters } = properties;
  if (moddleElement.$type !== 'zeebe:IoMapping' || !inputParameters) return;
  const before = childrenOf(moddleElement, 'inputParameters').map((input) => input.get('target'));
  const place = (input: Moddle) => {
    const index = before.indexOf(input.get('target'));
    return index < 0 ? before.length : index;
  };
  properties.inputParameters = [...inputParameters].sort((a, b) => place(a) - place(b));
}

/** The inputs that the templates of steps set themselves. */
function namesOf(templates: Template[]): Set<unknown> {
  const bindings = templates
    .filter(({ id }) => isOurs(id))
    .flatMap(({ properties }) => properties.map(({ binding }) => binding));
  return new Set(bindings.flatMap(({ type, name }) => (type === 'zeebe:input' ? name : [])));
}

function giveBack(element: Shape, kept: Moddle[], { modeling }: Editing): void {
  const mapping = mappingOf(element);
  const now = inputsOf(element);
  const missing = kept.filter((input) => !now.includes(input));
  if (!mapping || missing.length === 0) return;
  modeling.updateModdleProperties(element, mapping, { inputParameters: [...now, ...missing] });
}
