export { GoOn } from './go-on.tsx';
export { StartPage } from './start-page.tsx';
