import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';
import type { Tool } from '../part.ts';
import { showDiagram } from './show-diagram.ts';
import type { Simulation } from './simulation.ts';

type Given = {
  simulation: Simulation;
  readOnly: boolean;
  showsAll: boolean;
  toggleAll(): void;
  redraw(): void;
};

/** The buttons above a diagram. */
export function toolsOf(modeler: Modeler, given: Given): Tool[][] {
  const { simulation, readOnly } = given;
  const stack = modeler.get('commandStack');
  const playing = simulation.on;
  const editing: Tool[] = [
    {
      id: 'undo',
      label: '撤销',
      title: '撤销上一步（Ctrl+Z）',
      disabled: playing || !stack.canUndo(),
      run: () => stack.undo(),
    },
    {
      id: 'redo',
      label: '重做',
      title: '重做撤销的一步（Ctrl+Y）',
      disabled: playing || !stack.canRedo(),
      run: () => stack.redo(),
    },
  ];
  const looking: Tool[] = [
    {
      id: 'zoom-in',
      label: '放大',
      title: '放大（Ctrl+加号，或者按住 Ctrl 滚动）',
      run: () => modeler.get('zoomScroll').stepZoom(1),
    },
    {
      id: 'zoom-out',
      label: '缩小',
      title: '缩小（Ctrl+减号）',
      run: () => modeler.get('zoomScroll').stepZoom(-1),
    },
    {
      id: 'zoom-fit',
      label: '全图',
      title: '显示整张图',
      run: () => showDiagram(modeler, { whole: true }),
    },
    {
      id: 'find',
      label: '查找',
      title: '按名称查找环节（Ctrl+F）',
      run: () => {
        modeler.get('searchPad').toggle();
        addEventListener('keyup', keepEnterBack, { capture: true, once: true });
      },
    },
    {
      id: 'minimap',
      label: '缩略图',
      title: '显示或者隐藏整图的缩略图',
      on: modeler.get('minimap').isOpen(),
      run: () => {
        modeler.get('minimap').toggle();
        given.redraw();
      },
    },
  ];
  const modes: Tool[] = [
    {
      id: 'simulate',
      label: '演示',
      title: '让令牌沿流程走一遍，看各条路通向哪里；演示时不能修改（T）',
      on: playing,
      run: () => simulation.toggle(),
    },
    {
      id: 'all-properties',
      label: '全部属性',
      title: '属性栏中也显示一般用不到的技术设置',
      on: given.showsAll,
      run: given.toggleAll,
    },
  ];
  return readOnly ? [looking, modes] : [editing, looking, modes];
}

/** Whoever presses the button by Enter lets go of the key in the search, which would end with it. */
function keepEnterBack(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.stopPropagation();
}
