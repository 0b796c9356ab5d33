import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../../platform/pictures/browser.ts';

type Submission = { data: Record<string, unknown>; errors: Record<string, string[]> };

type FormInstance = {
  importSchema(schema: unknown, data: unknown): Promise<{ warnings: unknown[] }>;
  submit(): Submission;
};

declare const FormViewer: { Form: new (options: { container: HTMLElement }) => FormInstance };
declare global {
  var form: FormInstance;
}

/** A browser page that shows one form at a time, as Tasklist does. */
export type FormPage = Awaited<ReturnType<typeof openFormPage>>;

export async function openFormPage() {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const dist = dirname(createRequire(import.meta.url).resolve('@bpmn-io/form-js'));
  await page.setContent('<main></main>');
  await page.addScriptTag({ path: join(dist, 'form-viewer.umd.js') });

  return {
    page,
    /** Errors thrown in the page so far. */
    errors,
    /** Shows the form with these variables; answers the warnings of the import. */
    show: (schema: unknown, variables: Record<string, unknown> = {}) =>
      page.evaluate(
        async ([schema, variables]) => {
          const container = document.querySelector('main') as HTMLElement;
          container.replaceChildren();
          globalThis.form = new FormViewer.Form({ container });
          return (await globalThis.form.importSchema(schema, variables)).warnings.map(String);
        },
        [schema, variables] as const,
      ),
    /** Completes as the button does: what is sent, and the fields that keep it from being sent. */
    submit: async (): Promise<Submission> => {
      await settled(page);
      // Through JSON, as it goes to the engine: what is undefined is not sent.
      const text = await page.evaluate(() => JSON.stringify(globalThis.form.submit()));
      return JSON.parse(text) as Submission;
    },
    choose: (label: string) => page.getByLabel(label, { exact: true }).click(),
    fill: (label: string, value: string) => page.getByLabel(label).fill(value),
    close: () => browser.close(),
  };
}

/** Leaves the field, which makes form-js take its value, and lets the page draw what follows from it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      }),
  );
}
