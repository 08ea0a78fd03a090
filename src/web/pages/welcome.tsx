import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { stages } from '../../domain/journey.ts';
import { api, call, type Workspace } from '../api.ts';
import { BrandProposals } from '../components/brand-proposals.tsx';
import { FirstSweep } from '../components/first-sweep.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { languages } from '../i18n.ts';
import { useLabel } from '../label.ts';
import { usePacks, useSession, useStatus, useWorkspaces } from '../queries.ts';
import { useUrlState } from '../workspace.ts';
import { toNewWorkspace, type BrandDraft, type Draft } from '../workspace-draft.ts';

/** Makes a workspace: a brand, its competitors, and the questions to ask. */
export default function Welcome() {
  const { t } = useTranslation();
  const packs = usePacks();
  const status = useStatus();
  const [, navigate] = useLocation();
  const asked = useUrlState().get('made');
  // In the address, so that one can come back to it.
  const all = useWorkspaces().data;
  const session = useSession();
  const made = all?.find(({ slug }) => slug === asked);
  const show = ({ slug }: Workspace) => navigate(`/new?${new URLSearchParams({ workspace: slug, made: slug })}`);
  if (made) return <FirstSweep workspace={made} />;
  if (session.data && !session.data.looksAfterServer)
    return all?.length === 0 ? (
      <Empty title={t('app.noWorkspaceTitle')} text={t('app.noWorkspaceText')} />
    ) : (
      <Empty title={t('app.newForbiddenTitle')} text={t('app.newForbiddenText')} />
    );
  return (
    <>
      <PageTitle title={t('welcome.title')} lead={t('welcome.lead')} />
      {packs.error ? (
        <Failure error={packs.error} onRetry={() => void packs.refetch()} />
      ) : packs.data && status.data ? (
        <WorkspaceForm
          industries={[...new Set(packs.data.map((pack) => pack.industry))]}
          engines={status.data.configuredEngines}
          onMade={show}
        />
      ) : (
        <Loading />
      )}
    </>
  );
}

const draftKey = 'wayseen.new-workspace';

type FormProps = { industries: string[]; engines: string[]; onMade: (workspace: Workspace) => void };

function WorkspaceForm({ industries, engines, onMade }: FormProps) {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const client = useQueryClient();
  // One may leave at any point and come back: the browser keeps what was filled in.
  const [draft, setDraft] = useLocalStorage<Draft>({
    key: draftKey,
    getInitialValueInEffect: false,
    defaultValue: {
      name: '',
      own: { name: '', domain: '' },
      competitors: [{ name: '', domain: '' }],
      industry: '',
      stages: ['awareness', 'consideration'],
      languages: [i18n.language],
    },
  });
  const [wrong, setWrong] = useState<'required' | 'sameName' | 'noStage' | 'noLanguage' | null>(null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const make = useMutation({
    mutationFn: (json: Extract<ReturnType<typeof toNewWorkspace>, object>) => call(api.workspaces.$post({ json })),
    onSuccess: async (workspace) => {
      await client.invalidateQueries({ queryKey: ['workspaces'] });
      localStorage.removeItem(draftKey);
      onMade(workspace);
    },
  });
  const submit = () => {
    const request = toNewWorkspace(draft, engines);
    if (typeof request === 'string') return setWrong(request);
    setWrong(null);
    make.mutate(request);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md" maw={640}>
        <TextInput
          label={t('welcome.name')}
          description={t('welcome.nameHint')}
          required
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Title order={2} size="h4">
          {t('welcome.ownBrand')}
        </Title>
        <BrandFields
          brand={draft.own}
          nameLabel={t('welcome.brandName')}
          domainLabel={t('welcome.domain')}
          required
          onChange={(own) => change({ own })}
        />
        <Select
          label={t('welcome.industry')}
          data={[
            { value: '', label: t('welcome.industryNone') },
            ...industries.map((industry) => ({ value: industry, label: label('industries', industry) })),
          ]}
          value={draft.industry}
          onChange={(industry) => change({ industry: industry ?? '' })}
          allowDeselect={false}
        />
        <BrandProposals
          draft={draft}
          onAliases={(aliases) => setDraft((before) => ({ ...before, own: { ...before.own, aliases } }))}
          onCompetitors={(competitors) => change({ competitors })}
        />
        <Competitors brands={draft.competitors} onChange={(competitors) => change({ competitors })} />
        <Asked draft={draft} onChange={change} />
        <Text size="sm">{t('welcome.enginesNext')}</Text>
        {wrong && (
          <Alert color="red" variant="light" role="alert">
            {t(`welcome.${wrong}`)}
          </Alert>
        )}
        {make.error && <Failure error={make.error} />}
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('welcome.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** At which stages and in which languages customers are asked for. */
function Asked({ draft, onChange: change }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      <Title order={2} size="h4">
        {t('welcome.prompts')}
      </Title>
      <Choices
        title={t('welcome.stages')}
        all={stages.map((stage) => ({ value: stage, label: label('stages', stage) }))}
        chosen={draft.stages}
        onChange={(chosen) => change({ stages: stages.filter((stage) => chosen.includes(stage)) })}
      />
      <Choices
        title={t('welcome.languages')}
        all={languages.map((language) => ({ value: language, label: label('contentLanguages', language) }))}
        chosen={draft.languages}
        onChange={(chosen) => change({ languages: chosen })}
      />
    </>
  );
}

type ChoicesProps = { title: string; all: { value: string; label: string }[]; chosen: string[]; onChange: (chosen: string[]) => void };

const Choices = ({ title, all, chosen, onChange }: ChoicesProps) => (
  <Checkbox.Group label={title} value={chosen} onChange={onChange}>
    <Group mt={4}>
      {all.map((choice) => (
        <Checkbox key={choice.value} value={choice.value} label={choice.label} />
      ))}
    </Group>
  </Checkbox.Group>
);

type BrandFieldsProps = {
  brand: BrandDraft;
  nameLabel: string;
  domainLabel: string;
  required?: boolean;
  onChange: (brand: BrandDraft) => void;
};

function BrandFields({ brand, nameLabel, domainLabel, required = false, onChange }: BrandFieldsProps) {
  const { t } = useTranslation();
  return (
    <Group grow align="flex-start">
      <TextInput
        label={nameLabel}
        required={required}
        value={brand.name}
        onChange={(event) => onChange({ ...brand, name: event.currentTarget.value })}
      />
      <TextInput
        label={domainLabel}
        placeholder={t('welcome.domainHint')}
        value={brand.domain}
        onChange={(event) => onChange({ ...brand, domain: event.currentTarget.value })}
      />
    </Group>
  );
}

function Competitors({ brands, onChange }: { brands: BrandDraft[]; onChange: (brands: BrandDraft[]) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={2} size="h4">
        {t('welcome.competitors')}
      </Title>
      {brands.map((brand, index) => (
        <Stack gap={4} key={index}>
          <BrandFields
            brand={brand}
            nameLabel={t('welcome.competitorName', { number: index + 1 })}
            domainLabel={t('welcome.competitorDomain', { number: index + 1 })}
            onChange={(changed) => onChange(brands.with(index, changed))}
          />
          <Group justify="flex-end">
            <Button size="compact-xs" variant="subtle" onClick={() => onChange(brands.toSpliced(index, 1))}>
              {t('welcome.removeCompetitor', { number: index + 1 })}
            </Button>
          </Group>
        </Stack>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange([...brands, { name: '', domain: '' }])}>
          {t('welcome.addCompetitor')}
        </Button>
      </Group>
    </>
  );
}
