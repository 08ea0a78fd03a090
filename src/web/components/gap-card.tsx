import { Badge, Blockquote, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { styleBrands, styleOf } from '../brand-style.ts';
import { useFormat } from '../format.ts';
import type { Gap, GapRequest } from '../gap-queries.ts';
import { useLabel } from '../label.ts';
import { useBrands } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { GapTask } from './gap-task.tsx';
import { PageHistory } from './page-history.tsx';
import { WebLink } from './web-link.tsx';

/** One page: whom it names, how much rests on it, the sentence to win, and what is done about it. */
export function GapCard({ gap, kind }: { gap: Gap; kind: GapRequest['kind'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { slug } = useWorkspace();
  const styles = styleBrands(useBrands(slug).data ?? []);
  const brandOf = (brand: string) => styleOf(styles, brand);
  const said = gap.sentence && brandOf(gap.sentence.brand);
  const counts = {
    answers: format.integer(gap.answers),
    cited: format.integer(gap.cited),
    prompts: t('gaps.onPrompts', { count: gap.prompts.length, number: format.integer(gap.prompts.length) }),
  };
  const stages = gap.stages.map(({ stage, answers }) => `${label('stages', stage)} ${format.integer(answers)}`);
  return (
    <Card withBorder component="article" aria-label={gap.title ?? gap.url} data-testid="gap">
      <Stack gap="xs">
        <div>
          {gap.title && (
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              <bdi>{gap.title}</bdi>
            </Text>
          )}
          <Text size="sm" component="div">
            <WebLink url={gap.url} />
          </Text>
        </div>
        <Group gap="xs">
          <Badge variant="default">{label('sources.classes', gap.class)}</Badge>
          {gap.brands.length > 0 && (
            <Text size="sm">
              {t('gaps.names')} <bdi>{gap.brands.map((brand) => brandOf(brand).name).join(' · ')}</bdi>
            </Text>
          )}
        </Group>
        <Text size="sm">{t(`gaps.counts.${kind}`, counts)}</Text>
        <Text size="sm" c="dimmed">
          {t('gaps.atStages', { stages: stages.join(' · ') })}
        </Text>
        {gap.touchpoints.length > 0 && (
          <Text size="sm" c="dimmed">
            <bdi>{t('gaps.atTouchpoints', { touchpoints: gap.touchpoints.map((one) => label('touchpoints', one)).join(' · ') })}</bdi>
          </Text>
        )}
        {gap.sentence && said && (
          <div>
            <Text size="sm" c="dimmed">
              <bdi>{t(said.own ? 'gaps.sentenceOwn' : 'gaps.sentence', { brand: said.name })}</bdi>
            </Text>
            <Blockquote p="xs" mt={4}>
              <bdi style={{ overflowWrap: 'anywhere' }}>{gap.sentence.text}</bdi>
            </Blockquote>
          </div>
        )}
        <Basis gap={gap} />
        {gap.checkedAt !== null && <PageHistory id={gap.id} nameOf={(brand) => brandOf(brand).name} />}
        <GapTask gap={gap} />
      </Stack>
    </Card>
  );
}

/** What says so: the page itself, or only the answers, and then why. */
function Basis({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const texts =
    gap.basis === 'page'
      ? [t('gaps.basisPage', { time: gap.checkedAt === null ? t('common.none') : format.time(gap.checkedAt) })]
      : [t('gaps.basisAnswers'), gap.outcome === null ? t('gaps.notRead') : label('gaps.outcomes', gap.outcome)];
  if (gap.goneAt !== null) texts.push(t('gaps.goneSince', { time: format.time(gap.goneAt) }));
  return (
    <Text size="xs" c="dimmed" data-testid="basis">
      {texts.join(' ')}
    </Text>
  );
}
