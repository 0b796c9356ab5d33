import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';

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
 * Tells the properties panel what is selected as soon as it listens, which is only after it was drawn:
 * what is selected while a diagram is opened it would not hear of.
 */
export function tellPanel(modeler: Modeler): void {
  const eventBus = modeler.get('eventBus');
  function tell(): void {
    eventBus.off('propertiesPanel.layoutChanged', tell);
    queueMicrotask(() => {
      const newSelection = modeler.get('selection').get();
      if (newSelection.length === 0) return;
      eventBus.fire('selection.changed', { oldSelection: [], newSelection });
    });
  }
  eventBus.on('propertiesPanel.layoutChanged', tell);
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
