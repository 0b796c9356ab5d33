import { createReviver } from 'bpmn-js-native-copy-paste/lib/PasteUtil.js';

const KEY = 'copied elements';

/**
 * What is copied can be pasted into any diagram of any tab. It goes through the browser's storage and not
 * through the system's clipboard: reading that asks for a permission, and needs HTTPS.
 */
class SharedClipboard {
  static $inject = ['moddle'];
  readonly #reviver: ReturnType<typeof createReviver>;

  constructor(moddle: unknown) {
    this.#reviver = createReviver(moddle);
  }

  get(): unknown {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : JSON.parse(text, this.#reviver);
  }

  set(tree: unknown): void {
    localStorage.setItem(KEY, JSON.stringify(tree));
  }

  clear(): unknown {
    const tree = this.get();
    localStorage.removeItem(KEY);
    return tree;
  }

  isEmpty(): boolean {
    return localStorage.getItem(KEY) === null;
  }
}

export const clipboardModule = {
  clipboard: ['type', SharedClipboard],
  nativeCopyPaste: ['value', null],
};
