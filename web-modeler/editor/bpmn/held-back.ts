/** As long as the properties panel itself waits, so that a word is one step of 撤销. */
const QUIET_MS = 600;

/**
 * What was typed into the properties panel and not yet taken over. The panel's number fields hold a value back
 * until nobody has typed for a moment, even when they are left; whoever saves at once wants it saved.
 */
export class HeldBack {
  readonly #flushes = new Set<() => void>();

  /** Takes the place of the panel's own service of the same name. */
  readonly module = {
    debounceInput: [
      'value',
      <Given extends unknown[]>(take: (...given: Given) => void) => {
        return this.#debounce(take);
      },
    ],
  };

  /** Takes over at once whatever is held back. */
  settle(): void {
    for (const flush of [...this.#flushes]) flush();
  }

  #debounce<Given extends unknown[]>(take: (...given: Given) => void) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Given | undefined;
    const cancel = () => {
      clearTimeout(timer);
      last = undefined;
      this.#flushes.delete(flush);
    };
    const flush = () => {
      const given = last;
      cancel();
      if (given) take(...given);
    };
    const wait = (...given: Given) => {
      clearTimeout(timer);
      last = given;
      timer = setTimeout(flush, QUIET_MS);
      this.#flushes.add(flush);
    };
    return Object.assign(wait, { flush, cancel });
  }
}
