import { useEffect, useState } from 'preact/hooks';

type Toast = { id: number; text: string };

const SHOWN_MS = 6_000;
let toasts: Toast[] = [];
let lastId = 0;
let redraw: (toasts: Toast[]) => void = () => undefined;

function become(next: Toast[]): void {
  toasts = next;
  redraw(toasts);
}

/** Says for some seconds that something was done. Problems are shown where they happen, never here. */
export function tell(text: string): void {
  const toast = { id: ++lastId, text };
  become([...toasts, toast]);
  setTimeout(() => become(toasts.filter((other) => other !== toast)), SHOWN_MS);
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    redraw = setShown;
  }, []);
  return (
    <div class="toasts" role="status">
      {shown.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
