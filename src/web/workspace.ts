import { createContext, useContext } from 'react';
import { useLocation, useSearch } from 'wouter';
import { includesRole, type Role } from '../domain/roles.ts';
import type { Workspace } from './api.ts';

const Context = createContext<Workspace | null>(null);

export const WorkspaceProvider = Context.Provider;

/** The workspace that the page shows; only below the frame, which makes sure that there is one. */
export function useWorkspace(): Workspace {
  const workspace = useContext(Context);
  if (!workspace) throw new Error('No workspace is chosen here.');
  return workspace;
}

/** Whether the reader may do here what asks for this role; the API decides, the pages only offer nothing that it refuses. */
export function useMay(needed: Role): boolean {
  const workspace = useContext(Context);
  return workspace !== null && includesRole(workspace.role, needed);
}

/** What the address says, else what was shown last, else the first. */
export function chooseWorkspace(all: readonly Workspace[], asked: string | null, last: string | null): Workspace | null {
  return all.find(({ slug }) => slug === asked) ?? all.find(({ slug }) => slug === last) ?? all[0] ?? null;
}

/** The address of a page in the present workspace, with filters if given; null leaves one out. */
export function useHref(): (path: string, filters?: Readonly<Record<string, string | null>>) => string {
  const workspace = useContext(Context);
  return (path, filters = {}) => {
    const params = new URLSearchParams(workspace ? { workspace: workspace.slug } : {});
    for (const [name, value] of Object.entries(filters)) if (value !== null && value !== '') params.set(name, value);
    return params.size > 0 ? `${path}?${params}` : path;
  };
}

export type UrlState = { get: (name: string) => string | null; set: (change: Record<string, string | null>) => void };

/** Filters live in the address, so that a link shows the same page; null takes one out. */
export function useUrlState(): UrlState {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const params = new URLSearchParams(search);
  return {
    get: (name) => params.get(name),
    set: (change) => {
      // What the address says now, not when this was drawn: two quick changes must not undo each other.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(change)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      const text = next.toString();
      navigate(text ? `${path}?${text}` : path, { replace: true });
    },
  };
}
