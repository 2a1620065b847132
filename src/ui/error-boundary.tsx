import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';

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
