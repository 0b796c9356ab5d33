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
  if (isRoot) return;
  canvas.scrollToElement(element, 120);
  // A panel that was only just drawn listens from the next frame on, and would keep showing the whole process.
  requestAnimationFrame(() => setTimeout(() => tell(modeler)));
}

function tell(modeler: Modeler): void {
  const newSelection = modeler.get('selection').get();
  modeler.get('eventBus').fire('selection.changed', { oldSelection: [], newSelection });
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
