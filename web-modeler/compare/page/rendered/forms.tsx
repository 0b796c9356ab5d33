import { FormEditor } from '@bpmn-io/form-js';
import { forms } from '../../../editor/chinese/forms.ts';
import { translatePage } from '../../../editor/chinese/translate-page.ts';
import { nameFields } from '../../../editor/form/field-names.ts';
import type { Compared } from '../comparison.tsx';
import { readFields } from '../fields.ts';
import { fatesOf, type Part } from './fates.ts';
import { RenderedSides } from './rendered-sides.tsx';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import './rendered.css';

/** Two forms beside each other. Drawn by the editor, since the viewer leaves out what an answer hides. */
export function FormsSideBySide(compared: Compared) {
  const colours = fatesOf(partsOf(compared.before), partsOf(compared.after));
  return <RenderedSides {...compared} colours={colours} where={where} draw={draw} />;
}

function where(id: string): string[] {
  return [`.fjs-element[data-id="${id}"]`];
}

function partsOf(source: string | null): Part[] {
  const fields = (source !== null && readFields(source)) || [];
  return fields.map(({ id, ...field }) => ({ id, says: JSON.stringify(field) }));
}

async function draw(host: HTMLElement, source: string): Promise<() => void> {
  const nowhere = document.createElement('div');
  const translation = translatePage(host, forms);
  const editor = new FormEditor({
    container: host,
    palette: { parent: nowhere },
    propertiesPanel: { parent: nowhere },
  });
  nameFields(editor.get('formFields'));
  await editor.importSchema(JSON.parse(source));
  return () => {
    translation.stop();
    editor.destroy();
  };
}
