import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { isMissingPart } from './missing-part.ts';

type ErrorBoundaryProps = {
  /** What could not be shown: "This item", "The Usage tab". */
  readonly what: string;
  /** Stands in for the children when they throw, e.g. the same data as a plain tree. */
  readonly fallback?: ReactNode;
  /** A change of this value tries again. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
};

/** Keeps one broken panel from taking the page with it, and says what broke. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null; readonly resetKey: unknown }> {
  override state = { error: null as Error | null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: { readonly resetKey: unknown }) {
    return Object.is(props.resetKey, state.resetKey) ? null : { error: null, resetKey: props.resetKey };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (isMissingPart(error)) return <MissingPart what={this.props.what} fallback={this.props.fallback} />;
    return (
      <div role="alert" data-panel-error className="rounded-md border border-error/40 p-3">
        <p className="font-medium text-error">{this.props.what} could not be shown.</p>
        <p className="mt-1 font-mono text-sm break-words text-secondary">{error.message}</p>
        <p className="mt-1 text-secondary">The data itself is intact: the Raw tab has all of it.</p>
        <div className="mt-2">
          <Button size="small" onClick={() => this.setState({ error: null })}>
            Try again
          </Button>
        </div>
        {this.props.fallback === undefined ? null : <div className="mt-3">{this.props.fallback}</div>}
      </div>
    );
  }
}

/** React never asks again for a part that did not come, so that only a reload helps. */
function MissingPart({ what, fallback }: Pick<ErrorBoundaryProps, 'what' | 'fallback'>) {
  return (
    <div role="alert" data-panel-error className="rounded-md border border-error/40 p-3">
      <p className="font-medium text-error">{what} could not be loaded.</p>
      <p className="mt-1 text-secondary">
        {navigator.onLine
          ? 'A part of the viewer did not arrive. Reload the page to ask for it again.'
          : 'A part of the viewer was never loaded in this browser, and there is no network. Connect, then reload the page.'}
      </p>
      <div className="mt-2">
        <Button size="small" onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
      {fallback === undefined ? null : <div className="mt-3">{fallback}</div>}
    </div>
  );
}
