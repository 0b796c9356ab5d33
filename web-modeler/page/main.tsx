import '../client/styles/variables.css';
import '../client/styles/base.css';
import '../client/styles/frame.css';
import '../client/styles/parts.css';
import './pages.css';
import { render } from 'preact';
import { App } from './app.tsx';

const host = document.getElementById('app');
if (!host) throw new Error('index.html has no #app');
render(<App />, host);
