import { Alert, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Prompt } from '../api.ts';
import { May } from '../components/may.tsx';
import { PromptAdd } from '../components/prompt-add.tsx';
import { PromptBulk } from '../components/prompt-bulk.tsx';
import { PromptEditor } from '../components/prompt-editor.tsx';
import { PromptImport } from '../components/prompt-import.tsx';
import { PromptTable } from '../components/prompt-table.tsx';
import { OwnBrandNotice } from '../components/own-brand-notice.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { download } from '../download.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { effectOf, inverseOf, usePromptFigures, usePromptSteps, type PromptStep } from '../prompt-changes.ts';
import { usePrompts } from '../queries.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';

export default function Prompts() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const archived = url.get('show') === 'archived';
  const { data, error, refetch } = usePrompts(slug, archived);
  const [importing, dialog] = useDisclosure(false);
  const [adding, form] = useDisclosure(false);
  const save = async () =>
    download(`prompts-${slug}.csv`, 'text/csv', (await call(api.prompts.export.$get({ query: { workspace: slug } }))).csv);
  return (
    <>
      <PageTitle title={t('prompts.title')} lead={t('prompts.lead')} needs="editor">
        <Group gap="xs">
          <May needs="editor">
            <Button size="xs" disabled={adding || !data || archived} onClick={form.open}>
              {t('prompts.add')}
            </Button>
            <Button size="xs" variant="default" onClick={dialog.open}>
              {t('prompts.import')}
            </Button>
          </May>
          <Button size="xs" variant="default" onClick={() => void save()}>
            {t('prompts.export')}
          </Button>
        </Group>
      </PageTitle>
      <OwnBrandNotice />
      <PromptImport key={String(importing)} opened={importing} onClose={dialog.close} />
      {!archived && <PromptAdd all={data ?? []} opened={adding} onClose={form.close} />}
      <Filters prompts={data ?? []} archived={archived} />
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading height={600} />
      ) : data.length === 0 ? (
        <Empty
          title={t(archived ? 'prompts.noneArchived' : 'prompts.emptyTitle')}
          text={t(archived ? 'prompts.archivedText' : 'prompts.emptyText')}
        />
      ) : (
        <Listed all={data} archived={archived} />
      )}
    </>
  );
}

/** The table with what is chosen in it, what is being edited, and the last change, which can be taken back. */
function Listed({ all, archived }: { all: Prompt[]; archived: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const found = useFound(all);
  const { data: figureRows, error: noFigures, refetch } = usePromptFigures(slug);
  const figures = useMemo(() => figureRows && new Map(figureRows.map((row) => [row.prompt, row])), [figureRows]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Prompt | null>(null);
  const [undo, setUndo] = useState<{ steps: PromptStep[]; count: number } | null>(null);
  const steps = usePromptSteps();
  const run = (step: PromptStep) => {
    const back = { steps: inverseOf(step, all), count: step.kind === 'text' ? 1 : step.ids.length };
    steps.mutate([step], {
      onSuccess: () => {
        setUndo(back);
        setEditing(null);
        if (step.kind === 'bulk' && step.archived !== undefined) setChosen(new Set());
      },
    });
  };
  const choose = useCallback((ids: readonly string[], on: boolean) => {
    setChosen((before) => (on ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id)))));
  }, []);
  const edit = useCallback((id: string) => setEditing(all.find((one) => one.id === id) ?? null), [all]);
  const takeBack = () => undo && steps.mutate(undo.steps, { onSuccess: () => setUndo(null) });
  // Who edits keeps what they wrote, also where somebody archives the prompt meanwhile.
  const edited = editing && (all.find(({ id }) => id === editing.id) ?? editing);
  const toldInEditor = edited !== null && edited.version !== editing?.version;
  const moved = (id: string, stage: string) => run({ kind: 'bulk', ids: [id], stage: stage as never });
  return (
    <>
      <Group justify="space-between" mih={32}>
        <Text size="sm" c="dimmed" role="status">
          {t('prompts.count', { shown: format.integer(found.length), total: format.integer(all.length) })}
        </Text>
        {undo && (
          <Group gap="xs" role="status">
            <Text size="sm">{t('prompts.changed', { count: undo.count })}</Text>
            <Button size="compact-xs" variant="default" loading={steps.isPending} onClick={takeBack}>
              {t('prompts.undo')}
            </Button>
          </Group>
        )}
      </Group>
      {steps.error && !toldInEditor && <Failure error={steps.error} />}
      {noFigures && !figureRows && <Failure error={noFigures} onRetry={() => void refetch()} />}
      {edited && (
        <PromptEditor
          key={edited.id}
          prompt={edited}
          effect={effectOf(edited, all, figures === undefined ? null : (figures.get(edited.id)?.visibility.runs ?? 0))}
          saving={steps.isPending}
          onSave={(text, version) => run({ kind: 'text', id: edited.id, version, text })}
          onCancel={() => setEditing(null)}
        />
      )}
      {chosen.size > 0 && (
        <PromptBulk
          count={chosen.size}
          archived={archived}
          busy={steps.isPending}
          onChange={(change) => run({ kind: 'bulk', ids: [...chosen], ...change })}
          onClear={() => setChosen(new Set())}
        />
      )}
      {found.length === 0 ? (
        <Empty title={t('prompts.noMatchTitle')} text={t('prompts.noMatchText')}>
          <Button variant="default" onClick={() => url.set({ q: null, stage: null, language: null, tag: null })}>
            {t('prompts.clear')}
          </Button>
        </Empty>
      ) : (
        <PromptTable
          prompts={found}
          figures={figures}
          chosen={chosen}
          editing={editing?.id ?? null}
          onChoose={choose}
          onEdit={edit}
          onStage={moved}
        />
      )}
      <Alert variant="light" color="gray" p="xs" role="note">
        {t('prompts.columnsText')}
      </Alert>
    </>
  );
}

function useFound(all: readonly Prompt[]): Prompt[] {
  const url = useUrlState();
  const [words, stage, language, tag] = [url.get('q') ?? '', url.get('stage'), url.get('language'), url.get('tag')];
  return useMemo(
    () =>
      all.filter(
        (prompt) =>
          (!stage || prompt.stage === stage) &&
          (!language || prompt.language === language) &&
          (!tag || prompt.tags.includes(tag)) &&
          matches(prompt, words),
      ),
    [all, words, stage, language, tag],
  );
}

const matches = ({ text, intent, tags }: Prompt, words: string): boolean => {
  const place = `${text} ${intent} ${tags.join(' ')}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => place.includes(word));
};

function Filters({ prompts, archived }: { prompts: readonly Prompt[]; archived: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const url = useUrlState();
  const all = { value: '', label: t('common.all') };
  const distinct = (values: string[]) => [...new Set(values)].filter(Boolean).toSorted();
  const choose = (name: string) => ({
    value: url.get(name) ?? '',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => url.set({ [name]: value }),
  });
  const tags = distinct(prompts.flatMap((prompt) => prompt.tags));
  return (
    <Group align="flex-end" gap="sm" role="search" aria-label={t('overview.filters')}>
      <TextInput label={t('prompts.search')} placeholder={t('prompts.searchHint')} miw={220} {...choose('q')} />
      <NativeSelect
        label={t('prompts.stage')}
        data={[all, ...distinct(prompts.map(({ stage }) => stage)).map((value) => ({ value, label: label('stages', value) }))]}
        {...choose('stage')}
      />
      <NativeSelect
        label={t('prompts.language')}
        data={[
          all,
          ...distinct(prompts.map(({ language }) => language)).map((value) => ({ value, label: label('contentLanguages', value) })),
        ]}
        {...choose('language')}
      />
      {tags.length > 0 && <NativeSelect label={t('prompts.tags')} data={[all, ...tags]} {...choose('tag')} />}
      <NativeSelect
        label={t('prompts.show')}
        value={archived ? 'archived' : ''}
        data={[
          { value: '', label: t('prompts.active') },
          { value: 'archived', label: t('prompts.archivedOnes') },
        ]}
        onChange={({ currentTarget: { value } }) => url.set({ show: value })}
      />
    </Group>
  );
}
