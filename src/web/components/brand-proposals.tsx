import { Button, Chip, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { useLabel } from '../label.ts';
import { isListed, type BrandDraft, type Draft } from '../workspace-draft.ts';
import { Failure } from './states.tsx';

type Props = { draft: Draft; onAliases: (aliases: string[]) => void; onCompetitors: (competitors: BrandDraft[]) => void };

/** Aliases by rule and from the brand's own site, competitors of its industry; each is taken or left. */
export function BrandProposals({ draft, onAliases, onCompetitors }: Props) {
  const { t } = useTranslation();
  const { own, industry, languages: locales } = draft;
  const propose = useMutation({
    mutationFn: () =>
      call(
        api['brand-proposals'].$post({
          json: { name: own.name.trim(), domain: own.domain.trim() || null, industry: industry || null, locales },
        }),
      ),
  });
  const data = propose.data;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button size="xs" variant="default" disabled={own.name.trim() === ''} loading={propose.isPending} onClick={() => propose.mutate()}>
          {t('welcome.propose')}
        </Button>
        <Text size="sm" c="dimmed" flex={1} miw={200}>
          {t('welcome.proposeText')}
        </Text>
      </Group>
      {propose.error && <Failure error={propose.error} />}
      {data && (
        <Paper withBorder p="sm" role="status" data-testid="proposals">
          <Stack gap="sm">
            <Site site={data.site} problem={data.problem} />
            <Takeable
              title={t('welcome.aliases')}
              none={t('welcome.aliasesNone')}
              all={[...new Set([...data.aliases, ...(own.aliases ?? [])])].map((value) => ({ value, label: value }))}
              taken={own.aliases ?? []}
              onChange={onAliases}
            />
            <Takeable
              title={t('welcome.competitorsProposed')}
              none={t(industry === '' ? 'welcome.competitorsNoIndustry' : 'welcome.competitorsNone')}
              all={data.competitors.map(({ name }) => ({ value: name, label: name }))}
              taken={data.competitors.map(({ name }) => name).filter((name) => isListed(draft.competitors, name))}
              onChange={(names) => {
                const kept = draft.competitors.filter(
                  ({ name }) => name.trim() !== '' && (names.includes(name) || !data.competitors.some((one) => one.name === name)),
                );
                const added = data.competitors.filter(({ name }) => names.includes(name) && !isListed(kept, name));
                onCompetitors([...kept, ...added]);
              }}
            />
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

type SiteProps = {
  site: { name: string | null; title: string | null; description: string | null } | null;
  problem: { code: string; message: string } | null;
};

/** The site's own words, so that one sees at once whether it is the right one. */
function Site({ site, problem }: SiteProps) {
  const { t } = useTranslation();
  const label = useLabel();
  if (problem)
    return (
      <div>
        <Text size="sm">{t('welcome.siteProblem')}</Text>
        <Text size="xs" c="dimmed" lang="en">
          {label('errors', problem.code) === problem.code ? problem.message : label('errors', problem.code)}
        </Text>
      </div>
    );
  if (!site) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        <bdi>{site.title ?? site.name ?? t('common.none')}</bdi>
      </Text>
      {site.description && (
        <Text size="sm" c="dimmed">
          <bdi>{site.description}</bdi>
        </Text>
      )}
    </div>
  );
}

type TakeableProps = {
  title: string;
  none: string;
  all: { value: string; label: string }[];
  taken: string[];
  onChange: (taken: string[]) => void;
};

function Takeable({ title, none, all, taken, onChange }: TakeableProps) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Chip.Group multiple value={taken} onChange={onChange}>
          <Group gap="xs" role="group" aria-label={title}>
            {all.map(({ value, label }) => (
              <Chip key={value} value={value} size="sm" variant="outline">
                <bdi>{label}</bdi>
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
    </div>
  );
}
