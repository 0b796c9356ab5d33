import { crossesBox, ownShapes, readDrawing, segments } from '../../models/drawing.ts';
import { is } from '../../models/element.ts';
import type { DiagramRule } from '../rule.ts';

/**
 * A flow is drawn from its source to its target and through nothing else. That every element is drawn,
 * and that no two shapes overlap, bpmnlint's `no-bpmndi` and `no-overlapping-elements` check.
 */
export const readableLayout: DiagramRule = {
  id: 'readable-layout',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(definitions, { report }) {
      if (!is(definitions, 'bpmn:Definitions')) return;
      const { shapes, lines } = readDrawing(definitions);
      for (const line of lines) {
        const own = ownShapes(line.element);
        const crossed = shapes.filter(
          ({ element, bounds }) =>
            !own.has(element) && segments(line).some((segment) => crossesBox(segment, bounds)),
        );
        for (const { element } of crossed) {
          report(line.element.id, `连线穿过了 ${element.id}（${element.name ?? ''}），请绕开。`);
        }
      }
    },
  }),
};
