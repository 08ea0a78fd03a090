import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, call } from './api.ts';

export type KeptReport = InferResponseType<(typeof api.reports)[':id']['$get'], 200>;
export type ReportLink = InferResponseType<(typeof api.reports)[':id']['links']['$get'], 200>['links'][number];

export type ReportRecipient = InferResponseType<(typeof api)['report-recipients']['$get'], 200>['recipients'][number];

export const useReports = (workspace: string) =>
  useInfiniteQuery({
    queryKey: ['reports', workspace],
    queryFn: ({ pageParam }) => call(api.reports.$get({ query: { workspace, limit: '20', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const useReportSettings = (workspace: string) =>
  useQuery({ queryKey: ['reports', workspace, 'settings'], queryFn: () => call(api.reports.settings.$get({ query: { workspace } })) });

export const useReportRecipients = (workspace: string) =>
  useQuery({
    queryKey: ['report-recipients', workspace],
    queryFn: () => call(api['report-recipients'].$get({ query: { workspace } })),
    refetchInterval: 10_000,
  });

export const useReport = (workspace: string, id: string) =>
  useQuery({
    queryKey: ['report', workspace, id],
    queryFn: () => call(api.reports[':id'].$get({ param: { id }, query: { workspace } })),
  });

export const useReportLinks = (workspace: string, id: string) =>
  useQuery({
    queryKey: ['report', workspace, id, 'links'],
    queryFn: async () => (await call(api.reports[':id'].links.$get({ param: { id }, query: { workspace } }))).links,
  });

export const useSharedReport = (token: string) =>
  useQuery({
    queryKey: ['shared', token],
    queryFn: () => call(api.shared[':token'].$get({ param: { token } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
