import '../../site/page/styles/variables.css';
import '../../site/page/styles/base.css';
import '../../site/page/styles/frame.css';
import '../../site/page/styles/parts.css';
import './pages.css';
import { render } from 'preact';
import { SYSTEM } from '../../law/names.ts';
import { application } from '../../site/page/app.tsx';
import { features } from '../features.ts';
import { DropToImport } from '../importing/page/drop-to-import.tsx';
import { LibraryPage } from '../library/page/library-page.tsx';
import { MyRole } from './my-role.tsx';

const App = application({
  place: SYSTEM,
  features,
  Start: LibraryPage,
  About: MyRole,
  Beside: DropToImport,
});
const host = document.getElementById('app');
if (!host) throw new Error('index.html has no #app');
render(<App />, host);
