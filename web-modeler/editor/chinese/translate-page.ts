import { decisions } from './decisions.ts';
import { descriptions } from './descriptions.ts';
import type { Dictionary } from './dictionary.ts';
import { elements } from './elements.ts';
import { elsewhere } from './elsewhere.ts';
import { formWords } from './form-words.ts';
import { forms } from './forms.ts';
import { panel } from './panel.ts';

const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt'];
// What people wrote themselves: drawings, expressions, form fields and our own lists.
const WRITTEN_BY_PEOPLE =
  'svg, [contenteditable="true"], textarea, .cm-editor, .editor-findings, .editor-verbatim';
// Between the words of the form's maker stand those of the library.
const FORM = '.fjs-form';

export type PageTranslation = { stop(): void };

/**
 * Translates what libraries write into the page without asking diagram-js's translate: the form editor
 * and the token simulation have no other way. Watches the page, since the libraries redraw themselves.
 * @param own words of this editor that go before the common ones
 */
export function translatePage(page: HTMLElement, own: Dictionary = {}): PageTranslation {
  const findInForm = finder(formWords);
  const find = finder({
    ...forms,
    ...decisions,
    ...descriptions,
    ...elements,
    ...panel,
    ...elsewhere,
    ...own,
  });
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') for (const node of change.addedNodes) translateTree(node);
      else if (change.type === 'characterData') translateText(change.target);
      else if (change.target instanceof Element) translateAttributes(change.target);
    }
  });

  function translateTree(node: Node): void {
    if (node instanceof Text) {
      translateText(node);
      return;
    }
    if (!(node instanceof Element)) return;
    translateAttributes(node);
    for (const child of node.childNodes) translateTree(child);
  }

  function finderAt(element: Element | null): typeof find {
    return element?.closest(FORM) ? findInForm : find;
  }

  function translateText(node: Node): void {
    const text = node.nodeValue ?? '';
    const english = text.trim();
    if (!/[A-Za-z]/.test(english) || node.parentElement?.closest(WRITTEN_BY_PEOPLE)) return;
    const chinese = finderAt(node.parentElement)(english);
    // A word that stays as it is must not be written again: the observer would hear of it for ever.
    if (chinese !== undefined && chinese !== english) {
      node.nodeValue = text.replace(english, () => chinese);
    }
  }

  function translateAttributes(element: Element): void {
    for (const name of ATTRIBUTES) {
      const english = element.getAttribute(name);
      if (!english || !/[A-Za-z]/.test(english)) continue;
      const chinese = finderAt(element)(english.trim());
      if (chinese !== undefined && chinese !== english) element.setAttribute(name, chinese);
    }
  }

  translateTree(page);
  observer.observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  return { stop: () => observer.disconnect() };
}

/** Looks a text up, as it is or by a template with `{parts}`. */
function finder(dictionary: Dictionary): (english: string) => string | undefined {
  const whole = new Map<string, string>();
  const templates: { pattern: RegExp; chinese: string }[] = [];
  for (const [english, chinese] of Object.entries(dictionary)) {
    if (!/\{\w+\}/.test(english)) whole.set(keyOf(english), chinese.trim());
    // One that is all parts would fit anything.
    else if (/\p{L}{3}/u.test(english.replace(/\{\w+\}/g, ''))) {
      templates.push({ pattern: patternOf(english), chinese });
    }
  }
  return function find(english: string): string | undefined {
    const exact = whole.get(keyOf(english));
    if (exact !== undefined) return exact;
    for (const { pattern, chinese } of templates) {
      const parts = pattern.exec(english)?.groups;
      if (!parts) continue;
      return chinese.replace(/\{(\w+)\}/g, (_, name: string) => {
        const part = parts[name] ?? '';
        return whole.get(keyOf(part)) ?? part;
      });
    }
    return undefined;
  };
}

/** The same element is written Start event here and Start Event there. */
function keyOf(english: string): string {
  return english.replace(/\s+/g, ' ').trim().toLowerCase();
}

function patternOf(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 's');
}
