import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRuleChange, useRulePreview, type SavedRule } from '../alert-queries.ts';
import type { RuleDraft } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useBrands, useEngines } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

const kinds = ['change', 'overtaken', 'page_gone', 'new_competitor'] as const;
const metrics = ['visibility', 'firstMention', 'citationRate', 'recommendationRate', 'shareOfVoice', 'negativeShare'] as const;
const directions = ['down', 'up'] as const;

/** All that any kind asks for; what a kind does not need is left out when it is sent. */
type Fields = {
  kind: (typeof kinds)[number];
  metric: (typeof metrics)[number];
  brand: string;
  rival: string | null;
  direction: 'down' | 'up';
  points: number;
  stage: string | null;
  engine: string | null;
};
const fresh: Fields = {
  kind: 'change',
  metric: 'visibility',
  brand: '',
  rival: null,
  direction: 'down',
  points: 0.1,
  stage: null,
  engine: null,
};

function toRule({ kind, metric, brand, rival, direction, points, stage, engine }: Fields): RuleDraft | null {
  const place = { stage, engine } as Pick<Extract<RuleDraft, { kind: 'change' }>, 'stage' | 'engine'>;
  if (kind === 'new_competitor') return { kind };
  if (brand === '') return null;
  if (kind === 'page_gone') return { kind, brand };
  return kind === 'overtaken' ? { kind, brand, rival, ...place } : { kind, metric, brand, direction, points, ...place };
}

export function RuleForm({ saved, onClose }: { saved: SavedRule | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const brands = useBrands(slug).data ?? [];
  const [edited, setEdited] = useState<Fields>({ ...fresh, ...saved?.rule });
  const [name, setName] = useState(saved?.name ?? '');
  const save = useRuleChange(onClose);
  const fields = edited.brand === '' ? { ...edited, brand: brands.find(({ own }) => own)?.key ?? '' } : edited;
  const rule = toRule(fields);
  const set = (change: Partial<Fields>) => setEdited({ ...fields, ...change });
  return (
    <Stack gap="sm">
      <TextInput
        label={t('alerts.form.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        data-autofocus
      />
      <Inputs fields={fields} set={set} />
      <Preview rule={rule} />
      {save.error && <Failure error={save.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          disabled={rule === null || name.trim() === ''}
          loading={save.isPending}
          onClick={() => rule && save.mutate({ id: saved?.id ?? null, name: name.trim(), rule })}
        >
          {t('common.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function Inputs({ fields, set }: { fields: Fields; set: (change: Partial<Fields>) => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const workspace = useWorkspace();
  const brands = (useBrands(workspace.slug).data ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const engines = (useEngines(workspace.slug).data ?? [])
    .filter(({ enabled }) => enabled)
    .map(({ engine, label: name }) => ({ value: engine, label: name }));
  const all = { value: '', label: t('common.all') };
  const isChange = fields.kind === 'change';
  const hasPlace = isChange || fields.kind === 'overtaken';
  const select = (key: keyof Fields, text: string, data: { value: string; label: string }[], read: (value: string) => string | null) => (
    <Select
      label={text}
      data={data}
      value={String(fields[key] ?? '')}
      onChange={(value) => set({ [key]: read(value ?? '') })}
      allowDeselect={false}
    />
  );
  const same = (value: string) => value;
  const orAll = (value: string) => value || null;
  return (
    <>
      {select(
        'kind',
        t('alerts.form.kind'),
        kinds.map((value) => ({ value, label: t(`alerts.kinds.${value}`) })),
        same,
      )}
      {fields.kind !== 'new_competitor' && select('brand', t('alerts.form.brand'), brands, same)}
      {fields.kind === 'overtaken' &&
        select(
          'rival',
          t('alerts.form.rival'),
          [{ value: '', label: t('alerts.form.anyRival') }, ...brands.filter(({ value }) => value !== fields.brand)],
          orAll,
        )}
      {isChange && (
        <Group grow align="flex-end">
          {select(
            'metric',
            t('alerts.form.metric'),
            metrics.map((value) => ({ value, label: t(`alerts.metrics.${value}`) })),
            same,
          )}
          {select(
            'direction',
            t('alerts.form.direction'),
            directions.map((value) => ({ value, label: t(`alerts.directions.${value}`) })),
            same,
          )}
          <NumberInput
            label={t('alerts.form.points')}
            min={1}
            max={100}
            value={Math.round(fields.points * 100)}
            onChange={(value) => typeof value === 'number' && value >= 1 && set({ points: value / 100 })}
          />
        </Group>
      )}
      {hasPlace && (
        <Group grow>
          {select(
            'stage',
            t('alerts.form.stage'),
            [all, ...workspace.stages.map((stage) => ({ value: stage, label: label('stages', stage) }))],
            orAll,
          )}
          {select('engine', t('alerts.form.engine'), [all, ...engines], orAll)}
        </Group>
      )}
    </>
  );
}

/** What the rule would cost in false alarms, while it is written. */
function Preview({ rule }: { rule: RuleDraft | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { slug } = useWorkspace();
  const [settled] = useDebouncedValue(rule === null ? null : JSON.stringify(rule), 400);
  const { data, error, isFetching } = useRulePreview(slug, settled === null ? null : (JSON.parse(settled) as RuleDraft));
  if (error && !data) return <Failure error={error} />;
  if (isFetching || !data)
    return (
      <Text size="sm" role="status">
        {t('alerts.expecting')}
      </Text>
    );
  const { expectedFalseAlarmsPerYear: expected, wouldHaveFired, words } = data;
  const number = expected === null ? '' : format.decimal(expected);
  return (
    <Stack gap={4} role="status" data-testid="rule-preview">
      <Text fw={600}>
        {expected === null
          ? t('alerts.expectedNone')
          : words.includes('limit')
            ? t('alerts.expectedLimit', { number })
            : t('alerts.expected', { number })}
      </Text>
      {words
        .filter((word) => word !== 'limit')
        .map((word) => (
          <Text size="sm" key={word}>
            {label('alerts.words', word)}
          </Text>
        ))}
      {!words.includes('no_answers') && (
        <Text size="sm">
          {wouldHaveFired.length === 0
            ? t('alerts.wouldNotHaveFired')
            : t('alerts.wouldHaveFired', {
                list: wouldHaveFired.map(({ openedAt }) => format.period(openedAt.slice(0, 10), 'day')).join(', '),
              })}
        </Text>
      )}
    </Stack>
  );
}
