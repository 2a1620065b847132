import '#ui/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { cleanAddress } from '#state/address.ts';
import { watchForNewVersion } from '#state/new-version.ts';
import { startOffline } from '#state/offline.ts';
import { startTheme } from '#state/theme.ts';

const notes = cleanAddress();
startTheme();
watchForNewVersion();
startOffline();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App notes={notes} />);
