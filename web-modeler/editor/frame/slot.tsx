import { useEffect, useRef } from 'preact/hooks';

type Props = { class: string; node: HTMLElement; hidden?: boolean };

/** A place for an element that somebody else draws in. */
export function Slot({ class: name, node, hidden = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(node);
  }, [node]);
  return <div class={name} ref={place} hidden={hidden} />;
}
