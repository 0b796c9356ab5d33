type Listener = (waiting: File[]) => void;

let waiting: File[] = [];
let listener: Listener = () => undefined;

/** Files to be imported, one after the other: dropped on the window or chosen by the button. */
export function importFiles(files: Iterable<File>): void {
  waiting = [...waiting, ...files];
  listener(waiting);
}

/** The first file is done with. */
export function nextImport(): void {
  waiting = waiting.slice(1);
  listener(waiting);
}

export function watchImports(watch: Listener): void {
  listener = watch;
}
