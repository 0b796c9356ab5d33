import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sampleFor } from '../../models/sample.ts';
import type { Renderer } from './render.ts';

// The package exports its entry only, which stands beside the bundle.
const dist = dirname(createRequire(import.meta.url).resolve('@bpmn-io/form-js'));
const bundle = join(dist, 'form-viewer.umd.js');
const styles = join(dist, 'assets/form-js.css');

declare const FormViewer: {
  createForm(options: { container: HTMLElement; schema: unknown; data: unknown }): Promise<unknown>;
};

/** Draws a form with form-js, filled with the sample project, as Tasklist shows it. */
export const renderForm: Renderer = async (page, source) => {
  await page.setContent(
    '<!doctype html><body style="margin:0;background:white"><div style="width:960px"></div>',
  );
  await page.addStyleTag({ path: styles });
  await page.addScriptTag({ path: bundle });
  await page.evaluate(
    async ({ schema, data }) => {
      const container = document.querySelector('div') as HTMLElement;
      await FormViewer.createForm({ container, schema, data });
    },
    { schema: JSON.parse(source), data: sampleFor(source) },
  );
  return { pictures: [{ png: await page.locator('div').first().screenshot() }], warnings: [] };
};
