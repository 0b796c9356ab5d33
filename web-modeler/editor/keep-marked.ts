import type { Finding } from '../api/common.ts';

const MARK = 'has-finding';

/**
 * Marks what lint has something to say of where a library draws it, and again whenever it draws it anew.
 * @param attributes that hold the ids of what is drawn
 */
export function keepMarked(root: HTMLElement, attributes: string[]) {
  const everything = attributes.map((name) => `[${name}]`).join();
  let messages = new Map<string, string>();

  function draw(): void {
    for (const element of root.querySelectorAll<HTMLElement>(everything)) {
      const ids = attributes.map((name) => element.getAttribute(name) ?? '');
      const message = ids.map((id) => messages.get(id)).find(Boolean);
      // Only what differs is touched: the observer hears of every touch.
      const marked = element.classList.contains(MARK);
      if (message === undefined ? !marked : marked && element.title === message) continue;
      element.classList.toggle(MARK, message !== undefined);
      if (message === undefined) element.removeAttribute('title');
      else element.title = message;
    }
  }

  const observer = new MutationObserver(draw);
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', ...attributes],
  });
  return {
    mark(findings: Finding[]): void {
      messages = new Map(
        findings.flatMap(({ id, message, document }) => (id && !document ? [[id, message]] : [])),
      );
      draw();
    },
    stop: () => observer.disconnect(),
  };
}
