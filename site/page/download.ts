/** Gives the person a file. */
export function download(fileName: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'text/plain' }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken it over by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}

/** `stage-budget.bpmn` of `stage-budget/stage-budget.bpmn`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same name with another ending, such as `stage-budget.svg`. */
export function withEnding(fileName: string, ending: string): string {
  return fileName.replace(/\.\w+$/, `.${ending}`);
}
