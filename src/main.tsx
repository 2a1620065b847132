import '#ui/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { cleanAddress } from '#state/address.ts';
import { startTheme } from '#state/theme.ts';

const notes = cleanAddress();
startTheme();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App notes={notes} />);
