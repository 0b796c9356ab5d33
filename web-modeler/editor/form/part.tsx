import { FormEditor } from '@bpmn-io/form-js';
import { h, render } from 'preact';
import { z } from 'zod';
import { blankAt } from '../../model/page/blank.ts';
import { forms } from '../chinese/forms.ts';
import { translatePage } from '../chinese/translate-page.ts';
import { keepMarked } from '../keep-marked.ts';
import type { OpenPart, Part } from '../part.ts';
import { nameFields } from './field-names.ts';
import { PartBar } from './part-bar.tsx';
import { Preview } from './preview.tsx';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js/dist/assets/properties-panel.css';
import './part.css';

const schema = z.looseObject({ components: z.array(z.unknown()) });

type Stack = { canUndo(): boolean; canRedo(): boolean; undo(): void; redo(): void };
type Selection = { set(field: unknown): void };
type Registry = { get(id: string): { label?: string; text?: string } | undefined };

/** Edits a form with form-js, and shows it filled with an example as whoever handles the task will see it. */
export const openForm: OpenPart = (given): Part => {
  const { canvas, side, props, surroundings } = given;
  const drawing = document.createElement('div');
  const preview = document.createElement('div');
  drawing.className = 'form-drawing';
  preview.className = 'form-preview';
  canvas.classList.add('form-desk');
  const bar = document.createElement('div');
  canvas.append(bar, drawing, preview);
  side.inert = props.readOnly;
  drawing.inert = props.readOnly;
  const translation = translatePage(document.body, forms);
  const editor = new FormEditor({
    container: drawing,
    propertiesPanel: { parent: side },
    exporter: { name: 'jiujiang-digital-projects', version: '1' },
  });
  nameFields(editor.get('formFields'));
  const marked = keepMarked(drawing, ['data-id']);
  let showsPreview = props.readOnly;

  editor.on('commandStack.changed', () => {
    given.changed();
    drawPreview();
  });

  function drawBar(): void {
    const { path, onOpen } = props;
    render(h(PartBar, { path, source: text(), surroundings, open: onOpen }), bar);
  }

  function drawPreview(): void {
    drawBar();
    drawing.hidden = showsPreview;
    preview.hidden = !showsPreview;
    render(
      showsPreview
        ? h(Preview, { path: props.path, schema: editor.saveSchema(), surroundings })
        : null,
      preview,
    );
  }

  function text(): string {
    return `${JSON.stringify(editor.saveSchema(), undefined, 2)}\n`;
  }

  const stack = () => editor.get<Stack>('commandStack');
  return {
    hasSide: () => !showsPreview,
    async open(source) {
      const read = schema.parse(JSON.parse(source || blankAt(props)));
      const { warnings } = await editor.importSchema(read);
      for (const warning of warnings) console.warn(warning);
      drawPreview();
    },
    text: async () => text(),
    tools: () => [
      ...(props.readOnly
        ? []
        : [
            [
              {
                id: 'undo',
                label: '撤销',
                title: '撤销上一步（Ctrl+Z）',
                disabled: !stack().canUndo(),
                run: () => stack().undo(),
              },
              {
                id: 'redo',
                label: '重做',
                title: '重做撤销的一步（Ctrl+Y）',
                disabled: !stack().canRedo(),
                run: () => stack().redo(),
              },
            ],
          ]),
      [
        {
          id: 'preview',
          label: '预览',
          title: '填入示例项目，看办理人见到的样子，可以试填',
          on: showsPreview,
          run: () => {
            showsPreview = !showsPreview;
            drawPreview();
            given.redraw();
          },
        },
      ],
    ],
    select(id) {
      if (showsPreview) {
        showsPreview = false;
        drawPreview();
        given.redraw();
      }
      const field = editor.get<Registry>('formFieldRegistry').get(id);
      if (!field) return;
      editor.get<Selection>('selection').set(field);
      drawing.querySelector(`[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
    },
    nameOf: (id) => editor.get<Registry>('formFieldRegistry').get(id)?.label,
    mark: marked.mark,
    destroy() {
      marked.stop();
      render(null, bar);
      render(null, preview);
      editor.destroy();
      translation.stop();
    },
  };
};
