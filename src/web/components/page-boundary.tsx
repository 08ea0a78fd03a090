import { Component, type ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { Failure } from './states.tsx';

type State = { error: Error | null };
/** As the browsers say that a part of the page did not arrive: the server is away, or has another version of it by now. */
const notLoaded = /dynamically imported module|preload CSS|module script/i;
const reload = () => window.location.reload();

/** What breaks in a page, or cannot be loaded, is told in its place; what could not be loaded is once the machine is online again. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(thrown: unknown): State {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { error: notLoaded.test(error.message) ? new ApiError('offline', '') : error };
  }

  override componentDidUpdate(): void {
    if (this.state.error instanceof ApiError) window.addEventListener('online', reload);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('online', reload);
  }

  override render(): ReactNode {
    return this.state.error ? <Failure error={this.state.error} onRetry={reload} /> : this.props.children;
  }
}
