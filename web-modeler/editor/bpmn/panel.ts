import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import type { PanelGroup, Services } from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';

const KEY = 'all properties';
// After every other provider, so that their groups are there to be left out.
const LAST = 1;

// What the law's diagrams never set by hand: the templates do, or nobody does.
const TECHNICAL = new Set([
  'additionalDataGroup',
  'headers',
  'compensation',
  'Zeebe__TaskListeners',
  'Zeebe__ExecutionListeners',
  'Zeebe__ExtensionProperties',
  'userTaskImplementation',
  'businessRuleImplementation',
  'scriptImplementation',
]);

/** Leaves out the groups an administrator of the law does not need, unless all are asked for. */
class PlainPanel {
  static $inject = ['propertiesPanel'];

  constructor(propertiesPanel: Services['propertiesPanel']) {
    propertiesPanel.registerProvider(LAST, this);
  }

  getGroups() {
    return (groups: PanelGroup[]) =>
      showsAll() ? groups : groups.filter(({ id }) => !TECHNICAL.has(id));
  }
}

export const panelModule = { __init__: ['plainPanel'], plainPanel: ['type', PlainPanel] };

/** Whether this browser shows every group. */
export function showsAll(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function toggleAll(modeler: Modeler): void {
  localStorage.setItem(KEY, showsAll() ? 'no' : 'yes');
  modeler.get('eventBus').fire('propertiesPanel.providersChanged');
}
