import type { Moddle, Services, Shape } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';
import { childrenOf } from './moddle.ts';
import {
  type Editing,
  inputsOf,
  mappingOf,
  nameResult,
  outputsOf,
  renameVariables,
  resultsOf,
} from './step-variables.ts';

const TEMPLATES = ['statutory-task', 'untimed-task'];
const CHANGE = 'propertiesPanel.zeebe.changeTemplate';

type Property = { type?: string; optional?: boolean; binding: { type: string; name?: string } };
type Template = { id: string; properties: Property[] };
type TemplateChange = { element: Shape; newTemplate?: Template; before?: Mappings };
/** What a step had before a template was applied to it. */
type Mappings = { inputs: Moddle[]; outputs: Moddle[]; sources: Map<unknown, unknown> };
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

    let order: unknown[] | undefined;
    this.preExecute<Mapped>(
      ['element.updateModdleProperties'],
      (context) => keepOrder(context, order),
      true,
    );
    this.preExecute<TemplateChange>(
      [CHANGE],
      (context) => {
        if (!isOurs(context.newTemplate?.id)) return;
        const inputs = inputsOf(context.element);
        const sources = new Map(inputs.map((input) => [targetOf(input), input.get('source')]));
        context.before = { inputs, outputs: outputsOf(context.element), sources };
        order = inputs.map(targetOf);
      },
      true,
    );
    this.postExecuted<TemplateChange>(
      [CHANGE],
      ({ element, newTemplate, before }) => {
        if (!newTemplate || !before) return;
        giveBack(element, before, {
          constants: namesOf([newTemplate], isConstant),
          optional: namesOf([newTemplate], isOptional),
          among: namesOf(elementTemplates.getAll().filter(({ id }) => isOurs(id))),
          editing,
        });
        nameResult(element, editing);
        order = undefined;
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

/**
 * A field of a template replaces its input by a new one at the end; it goes where the old one stood.
 * @param order the targets as they stood, when the inputs were changed already; else as they stand
 */
function keepOrder({ moddleElement, properties }: Mapped, order?: unknown[]): void {
  const { inputParameters } = properties;
  if (moddleElement.$type !== 'zeebe:IoMapping' || !inputParameters) return;
  const before = order ?? childrenOf(moddleElement, 'inputParameters').map(targetOf);
  const place = (input: Moddle) => {
    const index = before.indexOf(targetOf(input));
    return index < 0 ? before.length : index;
  };
  properties.inputParameters = [...inputParameters].sort((a, b) => place(a) - place(b));
}

/** The inputs that templates set themselves. */
function namesOf(
  templates: Template[],
  which: (property: Property) => boolean = () => true,
): Set<unknown> {
  const bindings = templates
    .flatMap(({ properties }) => properties.filter(which))
    .map(({ binding }) => binding);
  return new Set(bindings.flatMap(({ type, name }) => (type === 'zeebe:input' ? name : [])));
}

/** What the template says and nobody enters. */
function isConstant({ type }: Property): boolean {
  return type === 'Hidden';
}

function isOptional({ optional }: Property): boolean {
  return optional === true;
}

type Giving = {
  constants: Set<unknown>;
  optional: Set<unknown>;
  /** The inputs that any template of ours sets. */
  among: Set<unknown>;
  editing: Editing;
};

/**
 * Gives a step back what a template took away that does not belong to any template, and what somebody had
 * entered that the template does not offer. What is optional and was not there is left out again.
 */
function giveBack(
  element: Shape,
  before: Mappings,
  { constants, optional, among, editing: { modeling } }: Giving,
): void {
  const mapping = mappingOf(element);
  if (!mapping) return;
  const inputs = inputsOf(element);
  for (const input of inputs) {
    const source = before.sources.get(targetOf(input));
    if (source === undefined || constants.has(targetOf(input))) continue;
    if (input.get('source') !== source) {
      modeling.updateModdleProperties(element, input, { source });
    }
  }
  const targets = new Set(inputs.map(targetOf));
  const missing = before.inputs
    .filter((input) => !targets.has(targetOf(input)))
    .filter((input) => !among.has(targetOf(input)));
  const wanted = inputs.filter(
    (input) => before.sources.has(targetOf(input)) || !optional.has(targetOf(input)),
  );
  if (missing.length > 0 || wanted.length < inputs.length) {
    modeling.updateModdleProperties(element, mapping, { inputParameters: [...wanted, ...missing] });
  }
  if (before.outputs.length > 0 && outputsOf(element).length === 0) {
    modeling.updateModdleProperties(element, mapping, { outputParameters: before.outputs });
  }
}

function targetOf(input: Moddle): unknown {
  return input.get('target');
}
