import { AppShell, Box, Burger, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, memo, Suspense, useEffect, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import type { Workspace } from '../api.ts';
import Overview from '../pages/overview.tsx';
import { lastWorkspace, rememberWorkspace } from '../last-workspace.ts';
import { useWorkspaces } from '../queries.ts';
import { chooseWorkspace, useHref, useUrlState, WorkspaceProvider } from '../workspace.ts';
import { AccountLink } from './account-link.tsx';
import { AdminsOnly } from './may.tsx';
import { Icon } from './icon.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { Empty, Failure, Loading } from './states.tsx';
import { WorkspaceSwitch } from './workspace-switch.tsx';

/** A page is loaded when one goes there; that of the address one comes to, at once, while the rest of it is still being asked for. */
function page<Props extends object>(path: string, load: () => Promise<{ default: ComponentType<Props> }>) {
  if (window.location.pathname === path) load().catch(() => undefined); // told where it is shown
  return lazy(load);
}

const Trends = page('/trends', () => import('../pages/trends.tsx'));
const Journey = page('/journey', () => import('../pages/journey.tsx'));
const Answers = page('/answers', () => import('../pages/answers.tsx'));
const AnswerPage = lazy(() => import('../pages/answer.tsx'));
const Runs = page('/runs', () => import('../pages/runs.tsx'));
const Schedules = page('/schedules', () => import('../pages/schedules.tsx'));
const Prompts = page('/prompts', () => import('../pages/prompts.tsx'));
const PromptPage = lazy(() => import('../pages/prompt.tsx'));
const Brands = page('/brands', () => import('../pages/brands.tsx'));
const Competitors = page('/competitors', () => import('../pages/competitors.tsx'));
const Conversations = lazy(() => import('../pages/conversations.tsx'));
const ConversationPage = lazy(() => import('../pages/conversation.tsx'));
const Sources = page('/sources', () => import('../pages/sources.tsx'));
const Alerts = page('/alerts', () => import('../pages/alerts.tsx'));
const Engines = page('/engines', () => import('../pages/engines.tsx'));
const Audit = page('/audit', () => import('../pages/audit.tsx'));
const History = page('/history', () => import('../pages/history.tsx'));
const Webhooks = lazy(() => import('../pages/webhooks.tsx'));
const People = lazy(() => import('../pages/people.tsx'));
const Keys = lazy(() => import('../pages/keys.tsx'));
const Account = lazy(() => import('../pages/account.tsx'));
const Reports = lazy(() => import('../pages/reports.tsx'));
const ReportPage = lazy(() => import('../pages/report.tsx'));
const Welcome = lazy(() => import('../pages/welcome.tsx'));

const places = [
  { path: '/', name: 'overview' },
  { path: '/journey', name: 'journey' },
  { path: '/conversations', name: 'conversations' },
  { path: '/trends', name: 'trends' },
  { path: '/reports', name: 'reports' },
  { path: '/alerts', name: 'alerts' },
  { path: '/answers', name: 'answers' },
  { path: '/runs', name: 'runs' },
  { path: '/schedules', name: 'schedules' },
  { path: '/prompts', name: 'prompts' },
  { path: '/brands', name: 'brands' },
  { path: '/competitors', name: 'competitors' },
  { path: '/sources', name: 'sources' },
  { path: '/engines', name: 'engines' },
  { path: '/history', name: 'history' },
  { path: '/webhooks', name: 'webhooks' },
  { path: '/people', name: 'people' },
  { path: '/keys', name: 'keys' },
  { path: '/audit', name: 'audit' },
] as const;
/** Only admins are served these. */
const adminPlaces: readonly string[] = ['webhooks', 'people', 'keys'];

/** What is around every page: where one is, in which workspace, in which language, and whether it is real. */
export const Frame = memo(function Frame({ onReady }: { onReady: () => void }) {
  const { t } = useTranslation();
  const [menuOpen, menu] = useDisclosure(false);
  const [path] = useLocation();
  const { data: workspaces, error, refetch } = useWorkspaces();
  const asked = useUrlState().get('workspace');
  const workspace = workspaces ? chooseWorkspace(workspaces, asked, lastWorkspace()) : null;
  const slug = workspace?.slug;
  useEffect(() => {
    if (!slug) return;
    rememberWorkspace(slug);
    onReady();
  }, [slug]); // eslint-disable-line -- told once a workspace
  useEffect(menu.close, [path]); // eslint-disable-line -- the menu closes when one has gone somewhere

  return (
    <WorkspaceProvider value={workspace}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <AppShell header={{ height: 56 }} navbar={{ width: 210, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }} padding={0}>
        <AppShell.Header>
          <Group h="100%" px="md" gap="xs" wrap="nowrap" justify="space-between">
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Burger
                opened={menuOpen}
                onClick={menu.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('app.menu')}
                aria-expanded={menuOpen}
              />
              <Text fw={700} component="span" visibleFrom="xs">
                Wayseen
              </Text>
              {workspaces && workspace && <WorkspaceSwitch all={workspaces} chosen={workspace} />}
            </Group>
            <Group gap="xs" wrap="nowrap">
              <Box visibleFrom="xs">
                <LanguageSwitch />
              </Box>
              <SchemeSwitch />
              <AccountLink />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={t('app.navigation')}>
          <AppShell.Section grow className="scroll-y">
            <Places path={path} admin={workspace === null || workspace.role === 'admin'} />
          </AppShell.Section>
          <AppShell.Section>
            <Box hiddenFrom="xs">
              <LanguageSwitch />
            </Box>
            <a className="nav-link" href="/docs">
              {t('app.api')}
            </a>
          </AppShell.Section>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          {workspace?.simulated && path !== '/new' && <SimulatedBanner />}
          <OfflineNotice />
          <Stack p="md" maw={1280} gap="md">
            {workspaces ? <Pages workspace={workspace} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />}
          </Stack>
        </AppShell.Main>
      </AppShell>
    </WorkspaceProvider>
  );
});

function Places({ path, admin }: { path: string; admin: boolean }) {
  const { t } = useTranslation();
  const href = useHref();
  return places
    .filter(({ name }) => admin || !adminPlaces.includes(name))
    .map((place) => {
      const here = place.path === '/' ? path === '/' : path.startsWith(place.path);
      return (
        <Link key={place.path} className="nav-link" href={href(place.path)} aria-current={here ? 'page' : undefined}>
          <Icon name={place.name} />
          {t(`nav.${place.name}`)}
        </Link>
      );
    });
}

function SimulatedBanner() {
  const { t } = useTranslation();
  return (
    <div className="simulated" role="note" data-testid="simulated">
      <strong>{t('app.simulatedTitle')}</strong> {t('app.simulated')}
    </div>
  );
}

/** Another workspace is another page: nothing of the one before stays on it. */
function Pages({ workspace }: { workspace: Workspace | null }) {
  const { t } = useTranslation();
  const href = useHref();
  const [path] = useLocation();
  return (
    <PageBoundary key={`${workspace?.id} ${path}`}>
      <Suspense fallback={<Loading />} key={workspace?.id}>
        {workspace === null ? (
          <Welcome />
        ) : (
          <Switch>
            <Route path="/" component={Overview} />
            <Route path="/trends" component={Trends} />
            <Route path="/journey" component={Journey} />
            <Route path="/conversations" component={Conversations} />
            <Route path="/conversations/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
            <Route path="/answers" component={Answers} />
            <Route path="/answers/:id">{({ id }) => <AnswerPage key={id} id={id} />}</Route>
            <Route path="/reports" component={Reports} />
            <Route path="/reports/:id">{({ id }) => <ReportPage key={id} id={id} />}</Route>
            <Route path="/runs" component={Runs} />
            <Route path="/schedules" component={Schedules} />
            <Route path="/prompts" component={Prompts} />
            <Route path="/prompts/:id">{({ id }) => <PromptPage key={id} id={id} />}</Route>
            <Route path="/brands" component={Brands} />
            <Route path="/competitors" component={Competitors} />
            <Route path="/sources" component={Sources} />
            <Route path="/alerts" component={Alerts} />
            <Route path="/engines" component={Engines} />
            <Route path="/history" component={History} />
            <Route path="/audit" component={Audit} />
            <Route path="/webhooks">
              <AdminsOnly>
                <Webhooks />
              </AdminsOnly>
            </Route>
            <Route path="/people">
              <AdminsOnly>
                <People />
              </AdminsOnly>
            </Route>
            <Route path="/keys">
              <AdminsOnly>
                <Keys />
              </AdminsOnly>
            </Route>
            <Route path="/account" component={Account} />
            <Route path="/new" component={Welcome} />
            <Route>
              <Empty title={t('app.notFoundTitle')} text={t('app.notFoundText')}>
                <Link href={href('/')}>{t('app.toOverview')}</Link>
              </Empty>
            </Route>
          </Switch>
        )}
      </Suspense>
    </PageBoundary>
  );
}
