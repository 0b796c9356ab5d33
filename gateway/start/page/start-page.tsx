import { Page } from '../../../site/page/ui/page.tsx';
import { useMe } from '../../page/use-me.ts';

/** What is open to who is signed in. */
export function StartPage() {
  const me = useMe();
  return (
    <Page title={`${me.name}，您好`}>
      <p>{me.body}</p>
    </Page>
  );
}
