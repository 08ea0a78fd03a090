import { Button, Group, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRequest, Schedule, ScheduleDraft } from '../api.ts';
import { stages } from '../../domain/journey.ts';
import { useLabel } from '../label.ts';
import { useEngines, usePrompts } from '../queries.ts';
import { draftOf, freshSchedule, usePlan, useScheduleChange } from '../schedule-queries.ts';
import { useWorkspace } from '../workspace.ts';
import { CountrySelect } from './country-select.tsx';
import { PlanTable } from './plan-table.tsx';
import { PlanWish } from './plan-wish.tsx';
import { ScheduleTime } from './schedule-time.tsx';
import { Failure, Loading } from './states.tsx';

type Draft = Required<ScheduleDraft>;

/** A change in the form is planned once it rests. */
const restMs = 400;

export function ScheduleForm({ saved, onClose }: { saved: Schedule | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [draft, setDraft] = useState<Draft>(() => ({ ...freshSchedule(t('schedules.freshName')), ...(saved && draftOf(saved)) }));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useScheduleChange(onClose);
  const [rested] = useDebouncedValue(draft, restMs);
  const request = requestOf(rested);
  const { data, error } = usePlan(slug, request);
  const submit = () => save.mutate(saved ? { id: saved.id, edit: draft } : { add: draft });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Fields draft={draft} set={set} />
        {request !== null && error && <Failure error={error} />}
        {request !== null && !error && !data && <Loading height={440} />}
        {data && request !== null && <PlanTable plan={data.plan} basis={data.basis} />}
        {request !== null && <PlanWish request={request} onSweeps={(sweepsPerWeek) => set({ sweepsPerWeek })} />}
        {save.error && <Failure error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={draft.name.trim() === '' || draft.stages.length === 0}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** null while there is nothing that could be planned. */
const requestOf = ({ stages: chosen, engines, languages, countries, sweepsPerWeek }: Draft): PlanRequest | null =>
  chosen.length === 0 ? null : { stages: chosen, engines, languages, countries, sweepsPerWeek };

function Fields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { slug } = useWorkspace();
  const engines = useEngines(slug).data ?? [];
  const prompts = usePrompts(slug).data ?? [];
  const languages = [...new Set(prompts.map(({ language }) => language))].toSorted();
  return (
    <>
      <TextInput
        label={t('schedules.name')}
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <MultiSelect
        label={t('schedules.stages')}
        required
        data={stages.map((value) => ({ value, label: label('stages', value) }))}
        value={draft.stages}
        onChange={(value) => set({ stages: stages.filter((stage) => value.includes(stage)) })}
      />
      <MultiSelect
        label={t('schedules.engines')}
        placeholder={draft.engines.length === 0 ? t('schedules.allEngines') : undefined}
        data={engines.map((one) => ({ value: one.engine, label: one.label }))}
        value={draft.engines}
        onChange={(value) => set({ engines: value })}
      />
      {languages.length > 1 && (
        <MultiSelect
          label={t('schedules.languages')}
          placeholder={draft.languages.length === 0 ? t('schedules.allLanguages') : undefined}
          data={languages.map((value) => ({ value, label: label('contentLanguages', value) }))}
          value={draft.languages}
          onChange={(value) => set({ languages: value })}
        />
      )}
      <CountrySelect value={draft.countries} onChange={(value) => set({ countries: value })} />
      <NumberInput
        label={t('schedules.sweeps')}
        description={t('schedules.sweepsHint')}
        min={1}
        max={70}
        allowDecimal={false}
        clampBehavior="strict"
        value={draft.sweepsPerWeek}
        onChange={(value) => typeof value === 'number' && set({ sweepsPerWeek: value })}
      />
      <ScheduleTime cron={draft.cron} timeZone={draft.timeZone} set={set} />
    </>
  );
}
