import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { siteTitle } from '../site-title.ts';

type Props = {
  title: string;
  /** What the page is for, in one sentence. */
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
};

/** A page with its heading; the browser's tab has its title. */
export function Page({ title, lead, actions, children }: Props) {
  useTitle(title);
  return (
    <main class="page">
      <header class="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** Names the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${siteTitle()}`;
  }, [title]);
}
