import { z } from 'zod';

const assets = z.record(z.string(), z.string());

// The build writes the hashed addresses into index.html: an inline script would need a weaker CSP.
const addresses = assets.parse(
  JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="assets"]')?.content ?? '{}'),
);

/**
 * The address of a file that the build made from a source below the wing's folder:
 * `editor/lint.worker.ts` gives the worker's script, a page's `index.ts` gives its style sheet.
 * @throws Error when the build made none
 */
export function assetAddress(source: string): string {
  const address = addresses[source];
  if (!address) throw new Error(`The build has no ${source}`);
  return address;
}

/** Loads the style sheet of a lazily loaded part, once; parts without one need none. */
export async function loadStyles(source: string): Promise<void> {
  const href = addresses[source];
  if (!href || document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  await new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${href} does not load`));
    document.head.append(link);
  });
}
