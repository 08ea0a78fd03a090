import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRequest, PlanWishAnswer } from '../api.ts';
import { useFormat } from '../format.ts';
import { usePlan } from '../schedule-queries.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

type Design = NonNullable<PlanWishAnswer['cheapest']>;
type Wanted = { points: number; usd: number };

/** The other way round: how many questions and sweeps a wished precision takes, within a budget. */
export function PlanWish({ request, onSweeps }: { request: PlanRequest; onSweeps: (sweepsPerWeek: number) => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [points, setPoints] = useState(5);
  const [usd, setUsd] = useState(100);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { data, error, isFetching } = usePlan(
    slug,
    wanted && { ...request, wish: { halfWidth: wanted.points / 100, budgetUsd: wanted.usd } },
  );
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('schedules.wishTitle')}
      </Title>
      <Group align="flex-end">
        <NumberInput
          label={t('schedules.wishPoints')}
          min={0.1}
          max={50}
          clampBehavior="strict"
          value={points}
          onChange={(value) => typeof value === 'number' && setPoints(value)}
        />
        <NumberInput
          label={t('schedules.wishUsd')}
          min={0}
          clampBehavior="strict"
          value={usd}
          onChange={(value) => typeof value === 'number' && setUsd(value)}
        />
        <Button variant="default" loading={isFetching && wanted !== null} onClick={() => setWanted({ points, usd })}>
          {t('schedules.wishAsk')}
        </Button>
      </Group>
      {wanted !== null && error && <Failure error={error} />}
      {wanted !== null && data?.wish && <WishAnswer wish={data.wish} wanted={wanted} onSweeps={onSweeps} />}
    </Stack>
  );
}

function WishAnswer({ wish, wanted, onSweeps }: { wish: PlanWishAnswer; wanted: Wanted; onSweeps: (sweepsPerWeek: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { met, cheapest, affordable } = wish;
  const wishText = { points: format.decimal(wanted.points), usd: format.usd(wanted.usd) };
  const chosen = met === false ? (affordable ?? cheapest) : cheapest;
  return (
    <Stack gap={4} role="status" data-testid="wish">
      <Text size="sm">
        {cheapest === null
          ? t('schedules.wishNever', wishText)
          : t(met === null ? 'schedules.wishUnpriced' : met ? 'schedules.wishMet' : 'schedules.wishMissed', wishText)}
      </Text>
      {cheapest && <DesignLine design={cheapest} />}
      {met === false && affordable && (
        <>
          <Text size="sm">{t('schedules.wishAffordable', wishText)}</Text>
          <DesignLine design={affordable} />
        </>
      )}
      {chosen && (
        <Group>
          <Button size="xs" variant="subtle" onClick={() => onSweeps(chosen.sweepsPerWeek)}>
            {t('schedules.wishUse', { number: format.integer(chosen.sweepsPerWeek) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function DesignLine({ design: { intents, wordings, sweepsPerWeek, halfWidth, usdPerMonth } }: { design: Design }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm" fw={600}>
      {t('schedules.design', {
        count: wordings,
        intents: format.integer(intents),
        wordings: format.decimal(wordings),
        sweeps: format.integer(sweepsPerWeek),
        points: format.decimal(100 * halfWidth),
        usd: usdPerMonth === null ? t('schedules.unknown') : format.usd(usdPerMonth),
      })}
    </Text>
  );
}
