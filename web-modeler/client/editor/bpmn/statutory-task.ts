import type { Moddle, Services, Shape } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';

const TEMPLATES = ['statutory-task', 'untimed-task'];
const CHANGE = 'propertiesPanel.zeebe.changeTemplate';

type Template = { id: string; properties: { binding: { type: string; name?: string } }[] };
type TemplateChange = { element: Shape; newTemplate?: Template; kept?: Moddle[] };
type Update = { element: Shape; properties: { id?: string }; oldProperties: { id?: string } };
type Mapped = { moddleElement: Moddle; properties: { inputParameters?: Moddle[] } };
type Services_ = Pick<Services, 'modeling' | 'bpmnFactory' | 'elementRegistry'>;

/**
 * What the templates of a step cannot say by themselves: fields that its form enters are kept when a
 * template is applied, its one result is named after it, and follows when its id is changed.
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
    const services: Services_ = { modeling, bpmnFactory, elementRegistry };

    this.preExecute<TemplateChange>(
      [CHANGE],
      (context) => {
        if (!TEMPLATES.includes(context.newTemplate?.id ?? '')) return;
        const own = namesOf(elementTemplates.getAll());
        context.kept = inputsOf(context.element).filter((input) => !own.has(input.get('target')));
      },
      true,
    );
    this.preExecute<Mapped>(['element.updateModdleProperties'], keepOrder, true);
    this.postExecuted<TemplateChange>(
      [CHANGE],
      ({ element, newTemplate, kept }) => {
        if (!TEMPLATES.includes(newTemplate?.id ?? '')) return;
        giveBack(element, kept ?? [], services);
        nameResult(element, services);
      },
      true,
    );
    this.postExecuted<{ shape: Shape }>(
      ['shape.create'],
      ({ shape }) => {
        const template = shape.businessObject.get('zeebe:modelerTemplate');
        if (typeof template === 'string' && TEMPLATES.includes(template)) {
          nameResult(shape, services);
        }
      },
      true,
    );
    this.postExecuted<Update>(
      ['element.updateProperties'],
      ({ element, properties, oldProperties }) => {
        const [before, now] = [oldProperties.id, properties.id];
        if (element.type !== 'bpmn:UserTask' || !before || !now || before === now) return;
        renameVariables(before, now, services);
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

/** A field of a template replaces its input by a new one at the end; it goes where the old one stood. */
function keepOrder({ moddleElement, properties }: Mapped): void {
  const { inputParameters } = properties;
  if (moddleElement.$type !== 'zeebe:IoMapping' || !inputParameters) return;
  const before = list(moddleElement, 'inputParameters').map((input) => input.get('target'));
  const place = (input: Moddle) => {
    const index = before.indexOf(input.get('target'));
    return index < 0 ? before.length : index;
  };
  properties.inputParameters = [...inputParameters].sort((a, b) => place(a) - place(b));
}

function namesOf(templates: Template[]): Set<unknown> {
  const bindings = templates
    .filter(({ id }) => TEMPLATES.includes(id))
    .flatMap(({ properties }) => properties.map(({ binding }) => binding));
  return new Set(bindings.flatMap(({ type, name }) => (type === 'zeebe:input' ? name : [])));
}

function giveBack(element: Shape, kept: Moddle[], { modeling }: Services_): void {
  const mapping = mappingOf(element);
  const now = inputsOf(element);
  const missing = kept.filter((input) => !now.includes(input));
  if (!mapping || missing.length === 0) return;
  modeling.updateModdleProperties(element, mapping, { inputParameters: [...now, ...missing] });
}

function nameResult(element: Shape, { modeling, bpmnFactory }: Services_): void {
  const mapping = mappingOf(element);
  if (!mapping || list(mapping, 'outputParameters').length > 0) return;
  const output = bpmnFactory.create('zeebe:Output', {
    source: '={outcome: outcome, opinion: opinion, ground: ground}',
    target: `result_${element.id}`,
  });
  output.$parent = mapping;
  modeling.updateModdleProperties(element, mapping, { outputParameters: [output] });
}

/** `result_` and `clock_` variables of a step carry its id, wherever the diagram reads them. */
function renameVariables(before: string, now: string, services: Services_): void {
  const old = new RegExp(`\\b(result|clock)_${before}\\b`, 'g');
  const renamed = (text: string) => text.replace(old, `$1_${now}`);
  for (const element of services.elementRegistry.getAll()) {
    if (element.labelTarget) continue;
    for (const { holder, property } of expressionsOf(element)) {
      const text = holder.get(property);
      if (typeof text !== 'string' || renamed(text) === text) continue;
      services.modeling.updateModdleProperties(element, holder, { [property]: renamed(text) });
    }
  }
}

function expressionsOf(element: Shape): { holder: Moddle; property: string }[] {
  const condition = element.businessObject.get('conditionExpression');
  const mapping = mappingOf(element);
  const mapped = mapping
    ? [...list(mapping, 'inputParameters'), ...list(mapping, 'outputParameters')]
    : [];
  return [
    ...(isModdle(condition) ? [{ holder: condition, property: 'body' }] : []),
    ...mapped.flatMap((holder) => [
      { holder, property: 'source' },
      { holder, property: 'target' },
    ]),
  ];
}

function mappingOf({ businessObject }: Shape): Moddle | undefined {
  const extensions = businessObject.get('extensionElements');
  if (!isModdle(extensions)) return undefined;
  return list(extensions, 'values').find(({ $type }) => $type === 'zeebe:IoMapping');
}

function inputsOf(element: Shape): Moddle[] {
  const mapping = mappingOf(element);
  return mapping ? list(mapping, 'inputParameters') : [];
}

function list(element: Moddle, property: string): Moddle[] {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

function isModdle(value: unknown): value is Moddle {
  return typeof value === 'object' && value !== null && '$type' in value;
}
