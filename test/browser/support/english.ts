import type { Page } from 'playwright-core';

// Names that stay as they are in a Chinese text.
const ALLOWED = [
  'BPMN.iO',
  'bpmn.io',
  'BPMN',
  'DMN',
  'FEEL',
  'JSON',
  'ISO 8601',
  'cron',
  'Camunda',
  'Ctrl',
  'Esc',
  'ID',
  'HTML',
  'Markdown',
];
// What a library names something new until its maker does.
const NAMED_ANEW = /^((In|Out)putVariable_\w+|key\d+)$/;

/**
 * Texts on the screen that hold Latin letters: what is written, titles, labels for screen readers and
 * placeholders. Code in expression fields and what a user has entered are not the editor's words; what
 * lint says has its own test.
 * @param names further names that stay as they are
 */
export async function visibleEnglish(page: Page, names: string[] = []): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const skipped =
      '.cm-editor, code, pre, script, style, [contenteditable="true"], td.cell, .editor-verbatim, ' +
      '.editor-findings, .finding-badge';
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(skipped)) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (node instanceof Text) found.add(node.data.trim());
      else {
        // A marked element's title is what lint says.
        const marked = element.matches('.has-finding');
        for (const name of [marked ? '' : 'title', 'aria-label', 'placeholder', 'alt']) {
          found.add((name && element.getAttribute(name)?.trim()) || '');
        }
      }
    }
    return [...found];
  });
  return texts.filter(
    (text) => /[A-Za-z]{2,}/.test(without([...names, ...ALLOWED], text)) && !NAMED_ANEW.test(text),
  );
}

function without(names: string[], text: string): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text);
}
