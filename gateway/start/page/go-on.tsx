import { useEffect } from 'preact/hooks';
import { whereTo } from '../../../site/api/where-to.ts';
import { Loading } from '../../../site/page/ui/waiting.tsx';

/** Leads whoever has signed in to where they wanted to go; that may be a page of another program behind the gateway. */
export function GoOn() {
  useEffect(() => {
    location.replace(whereTo(new URLSearchParams(location.search).get('to')));
  }, []);
  return <Loading />;
}
