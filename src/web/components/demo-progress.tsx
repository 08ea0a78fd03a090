import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { isFilling, useStatus } from '../queries.ts';

/** On a first start the demo is filled through the real pipeline; this shows how far it is, and goes when it is done. */
export function DemoProgress() {
  const { t } = useTranslation();
  const format = useFormat();
  const demo = useStatus().data?.demo;
  if (!demo || !isFilling(demo)) return null;
  const text = t('overview.filling', { done: format.integer(demo.done), planned: format.integer(demo.planned) });
  return (
    <div>
      <Text size="sm" mb={4}>
        {text}
      </Text>
      <Progress value={(demo.done / demo.planned) * 100} aria-label={text} animated />
    </div>
  );
}
