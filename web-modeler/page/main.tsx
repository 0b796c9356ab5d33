import '../../site/page/styles/variables.css';
import '../../site/page/styles/base.css';
import '../../site/page/styles/frame.css';
import '../../site/page/styles/parts.css';
import './pages.css';
import { render } from 'preact';
import { App } from './app.tsx';

const host = document.getElementById('app');
if (!host) throw new Error('index.html has no #app');
render(<App />, host);
