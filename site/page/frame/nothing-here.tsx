import { Link } from 'wouter-preact';
import { Page } from '../ui/page.tsx';

/** An address that no page has. */
export function NothingHere() {
  return (
    <Page title="没有这个页面">
      <p>
        地址可能有误，或者页面已经移走。请从<Link href="/">首页</Link>进入。
      </p>
    </Page>
  );
}
