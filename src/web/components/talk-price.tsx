import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTalkPrice } from '../conversation-queries.ts';
import { useFormat } from '../format.ts';
import { useEngines } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';

const weeksOfMonth = 365.25 / 12 / 7;

/** What one conversation of these customers with each engine costs, before it is started; and a month of them, where they talk weekly. */
export function TalkPrice({ customerIds, weekly = 0 }: { customerIds: readonly string[]; weekly?: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const { data: engines = [] } = useEngines(slug);
  const { data: price } = useTalkPrice(customerIds);
  if (!price) return null;
  const nameOf = (id: string) => engines.find(({ engine }) => engine === id)?.label ?? id;
  const names = price.engines.map(({ engine }) => nameOf(engine)).join(', ');
  const values = { conversations: format.integer(price.conversations), turns: format.integer(price.turns), engines: names };
  const atLeast = price.unpriced.length > 0 || price.engines.some(({ basis }) => basis === 'questions');
  const told =
    price.usd === null
      ? t('conversations.priceUnknown', values)
      : t(atLeast ? 'conversations.priceAtLeast' : 'conversations.price', { ...values, usd: format.usd(price.usd) });
  const month = price.usd === null || weekly === 0 ? null : format.usd(price.usd * weekly * weeksOfMonth);
  return (
    <Text size="xs" c="dimmed" data-testid="talk-price">
      {told}
      {month !== null && ` ${t('conversations.priceMonth', { usd: month })}`}
      {price.usd !== null &&
        price.unpriced.length > 0 &&
        ` ${t('conversations.unpriced', { engines: price.unpriced.map(nameOf).join(', ') })}`}
    </Text>
  );
}
