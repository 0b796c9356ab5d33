import '../../site/page/styles/variables.css';
import '../../site/page/styles/base.css';
import '../../site/page/styles/frame.css';
import '../../site/page/styles/parts.css';
import './pages.css';
import { render } from 'preact';
import { application } from '../../site/page/app.tsx';
import { features } from '../features.ts';
import { StartPage } from '../start/page/start-page.tsx';
import { MyBody } from './my-body.tsx';

const App = application({
  features,
  Start: StartPage,
  About: MyBody,
  Beside: () => null,
});
const host = document.getElementById('app');
if (!host) throw new Error('index.html has no #app');
render(<App />, host);
