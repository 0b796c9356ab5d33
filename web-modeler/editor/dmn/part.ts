import DmnModeler, { type View } from 'dmn-js/lib/Modeler.js';
import { blankAt } from '../../model/page/blank.ts';
import { decisions } from '../chinese/decisions.ts';
import { translateDecisionsModule } from '../chinese/translate.ts';
import { translatePage } from '../chinese/translate-page.ts';
import { keepMarked } from '../keep-marked.ts';
import type { OpenPart, Part, Tool } from '../part.ts';
import { readOnlyModule } from './read-only.ts';
import { viewOf } from './views.ts';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import './part.css';

const KINDS: Record<string, string> = {
  drd: '关系图',
  decisionTable: '决策表',
  literalExpression: '表达式',
  boxedExpression: '业务知识',
};

/** Edits decision tables, expressions and how they depend on each other with dmn-js. */
export const openDecisions: OpenPart = (given): Part => {
  const { canvas, props } = given;
  const translation = translatePage(document.body, decisions);
  const editor = new DmnModeler({
    container: canvas,
    common: {
      expressionLanguages: {
        defaults: { editor: 'feel' },
        options: [{ value: 'feel', label: 'FEEL' }],
      },
      additionalModules: [translateDecisionsModule, ...(props.readOnly ? [readOnlyModule] : [])],
    },
  });
  const marked = keepMarked(canvas, ['data-element-id', 'data-row-id']);
  canvas.classList.add('decisions');

  editor.on('viewer.created', ({ viewer }) => {
    viewer.on('commandStack.changed', given.changed);
  });
  editor.on('views.changed', given.redraw);

  function show(view: View): void {
    editor.open(view).catch((error: unknown) => {
      console.error(error);
      given.tell('这一页打不开，请换一页或者刷新后重试。');
    });
  }

  return {
    hasSide: () => false,
    async open(source) {
      await editor.importXML(source || blankAt(props));
      const first = editor.getViews().find(({ type }) => type !== 'drd');
      if (first) await editor.open(first);
    },
    text: async () => (await editor.saveXML({ format: true })).xml,
    tools() {
      const active = editor.getActiveView();
      const views: Tool[] = editor.getViews().map((view) => ({
        id: `view-${view.id}`,
        label:
          view.type === 'drd' ? '关系图' : `${KINDS[view.type] ?? ''}：${view.name ?? view.id}`,
        title: view.type === 'drd' ? '各张决策表之间的关系' : '打开这张表',
        on: view.id === active?.id,
        run: () => show(view),
      }));
      const stack = editor.getActiveViewer()?.get('commandStack', false);
      const history: Tool[] = [
        {
          id: 'undo',
          label: '撤销',
          title: '撤销上一步（Ctrl+Z）',
          disabled: !stack?.canUndo(),
          run: () => stack?.undo(),
        },
        {
          id: 'redo',
          label: '重做',
          title: '重做撤销的一步（Ctrl+Y）',
          disabled: !stack?.canRedo(),
          run: () => stack?.redo(),
        },
      ];
      return props.readOnly ? [views] : [history, views];
    },
    select(id) {
      const view = viewOf(editor.getViews(), id);
      if (!view) return;
      const bringIntoView = () =>
        canvas
          .querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"]`)
          ?.scrollIntoView({ block: 'center' });
      editor.open(view).then(bringIntoView, console.error);
    },
    nameOf: (id) => viewOf(editor.getViews(), id)?.name,
    mark: marked.mark,
    destroy() {
      marked.stop();
      editor.destroy();
      translation.stop();
    },
  };
};
