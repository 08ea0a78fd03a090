import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { cronOf, rhythmOf } from '../rhythm.ts';

type Props = { cron: string; timeZone: string; set: (change: { cron?: string; timeZone?: string }) => void };
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;
const usual = { day: 1, time: '03:00' };

/** When the sweeps of a schedule begin: a day and a time, or a cron expression for who wants another rhythm. */
export function ScheduleTime({ cron, timeZone, set }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const rhythm = rhythmOf(cron);
  const [byHand, setByHand] = useState(rhythm === null);
  const chosen = rhythm ?? usual;
  const choose = (value: string) => {
    setByHand(value === 'cron');
    if (value !== 'cron') set({ cron: cronOf({ ...chosen, day: value === 'daily' ? null : Number(value) }) });
  };
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <NativeSelect
        label={t('schedules.begins')}
        value={byHand ? 'cron' : String(chosen.day ?? 'daily')}
        data={[
          ...weekdays.map((day) => ({ value: String(day), label: t('schedules.everyWeekday', { day: format.weekday(day) }) })),
          { value: 'daily', label: t('schedules.everyDay') },
          { value: 'cron', label: t('schedules.byCron') },
        ]}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {byHand ? (
        <TextInput
          label={t('schedules.cron')}
          description={t('schedules.cronHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={cron}
          onChange={({ currentTarget: { value } }) => set({ cron: value })}
        />
      ) : (
        <TextInput
          type="time"
          required
          label={t('schedules.at')}
          value={chosen.time}
          onChange={({ currentTarget: { value } }) => value !== '' && set({ cron: cronOf({ ...chosen, time: value }) })}
        />
      )}
      <TextInput
        label={t('schedules.timeZone')}
        description={t('schedules.timeZoneHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={timeZone}
        onChange={({ currentTarget: { value } }) => set({ timeZone: value })}
      />
    </Group>
  );
}
