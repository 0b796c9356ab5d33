import './styles/variables.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/pages.css';
import { render } from 'preact';
import { App } from './app.tsx';

const host = document.getElementById('app');
if (!host) throw new Error('index.html has no #app');
render(<App />, host);
