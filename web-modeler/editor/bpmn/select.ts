import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';

/** Milliseconds in which the properties panel has usually drawn itself. */
const PANEL_DRAWN_MS = 100;

/** Selects an element and brings it into view, on whichever plane it is drawn. */
export function goTo(modeler: Modeler, id: string): void {
  const element = modeler.get('elementRegistry').get(id);
  if (!element) return;
  const canvas = modeler.get('canvas');
  const isRoot = element.parent === null || !('parent' in element) || element.parent === undefined;
  const root = isRoot ? element : canvas.findRoot(element);
  if (root) canvas.setRootElement(root);
  modeler.get('selection').select(isRoot ? null : element);
  if (!isRoot) canvas.scrollToElement(element, 120);
}

/**
 * Makes the properties panel show what is selected. It listens only after it was drawn, and falls back on the process
 * when templates arrive before it was drawn anew, so it is told again until it says that it shows the element.
 */
export function keepPanelTold(modeler: Modeler): void {
  const eventBus = modeler.get('eventBus');
  let shown: unknown;
  let next: ReturnType<typeof setTimeout> | undefined;
  function lookAgain(): void {
    clearTimeout(next);
    next = setTimeout(tell, PANEL_DRAWN_MS);
  }
  function tell(): void {
    const newSelection = modeler.get('selection').get();
    const [element] = newSelection;
    if (newSelection.length !== 1 || shown === (element?.labelTarget ?? element)) return;
    eventBus.fire('selection.changed', { oldSelection: [], newSelection });
  }
  eventBus.on('propertiesPanel.updated', (event: { element: unknown }) => {
    shown = event.element;
    lookAgain();
  });
  eventBus.on('selection.changed', lookAgain);
  eventBus.on('diagram.destroy', () => clearTimeout(next));
}

/** The Chinese name of an element; of a flow without one, where it comes from. */
export function nameOf(modeler: Modeler, id: string): string | undefined {
  const element = modeler.get('elementRegistry').get(id);
  const name = element?.businessObject.name;
  if (name) return name;
  const source = element?.businessObject.get('sourceRef');
  return typeof source === 'object' && source !== null && 'name' in source && source.name
    ? `“${source.name}”之后的连线`
    : undefined;
}
