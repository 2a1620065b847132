import { newVersionStore } from '#state/new-version.ts';
import { useStore } from '#state/use-store.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';

/** Offers the reload that a page needs when parts of it are gone from the server. */
export function NewVersionNotice() {
  if (!useStore(newVersionStore)) return null;
  return (
    <div className="fixed inset-x-2 bottom-10 z-40 mx-auto max-w-2xl rounded-md bg-bg shadow-lg">
      <Banner kind="warning" title="A new version of this viewer is there">
        <p>Parts of the one you have open are gone from the server. What is held for this page only, such as a key, goes with a reload.</p>
        <Button size="small" className="mt-1.5" onClick={() => location.reload()}>
          Reload
        </Button>
      </Banner>
    </div>
  );
}
