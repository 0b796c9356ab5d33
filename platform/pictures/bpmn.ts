import { createRequire } from 'node:module';
import type { Rendered, Renderer } from './render.ts';

const bundle = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

type Viewer = {
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
  saveSVG(): Promise<{ svg: string }>;
  get(service: 'canvas'): {
    getRootElements(): { id: string; children: unknown[] }[];
    setRootElement(root: unknown): void;
  };
};

declare const BpmnJS: new (options: { container: HTMLElement }) => Viewer;

/** Draws a diagram with bpmn-js: one picture for each plane that holds something. */
export const renderBpmn: Renderer = async (page, source) => {
  await page.setContent(
    '<!doctype html><body style="margin:0"><div style="width:4000px;height:3000px"></div>',
  );
  await page.addScriptTag({ path: bundle });
  const drawn = await page.evaluate(async (xml) => {
    const viewer = new BpmnJS({ container: document.querySelector('div') as HTMLElement });
    const { warnings } = await viewer.importXML(xml);
    const canvas = viewer.get('canvas');
    const planes: { id: string; svg: string }[] = [];
    for (const root of canvas.getRootElements().filter((root) => root.children.length > 0)) {
      canvas.setRootElement(root);
      planes.push({ id: root.id, svg: (await viewer.saveSVG()).svg });
    }
    return { planes, warnings: warnings.map((warning) => warning.message) };
  }, source);

  const rendered: Rendered = { pictures: [], warnings: drawn.warnings };
  for (const [index, { id, svg }] of drawn.planes.entries()) {
    await page.setContent(`<!doctype html><body style="margin:0;background:white">${svg}</body>`);
    const png = await page.locator('svg').first().screenshot();
    rendered.pictures.push({ ...(index > 0 && { plane: id }), svg, png });
  }
  return rendered;
};
