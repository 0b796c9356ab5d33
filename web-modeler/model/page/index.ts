export { ModelPage } from './model-page.tsx';
export { NewModelPage } from './new-model-page.tsx';
