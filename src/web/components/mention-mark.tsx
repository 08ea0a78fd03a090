import { Button, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api.ts';
import type { BrandStyle } from '../brand-style.ts';
import { useLabel } from '../label.ts';
import { useOverrule } from '../overruling.ts';
import { May } from './may.tsx';
import { Failure } from './states.tsx';

type Mention = Answer['mentions'][number];
type Props = { answerId: string; mention: Mention; text: string; style: BrandStyle };

/** A brand's name in an answer's text; a press says why it counts, and lets a person say that it does not. */
export function MentionMark({ answerId, mention, text, style }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const absent = mention.status === 'absent';
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-start" withArrow trapFocus returnFocus>
      <mark className={absent ? 'absent' : undefined} style={{ borderColor: style.colour }}>
        <Popover.Target>
          <button type="button" className="plain" onClick={() => setOpened(!opened)} title={t('overrulings.open', { brand: style.name })}>
            {text}
          </button>
        </Popover.Target>
      </mark>
      <Popover.Dropdown aria-label={t('overrulings.open', { brand: style.name })}>
        <Choices answerId={answerId} mention={mention} style={style} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What `homonym:2` and the like are called before their detail. */
const familyOf = (rule: string | null) => rule?.split(':')[0] ?? '';
const judged = new Set(['homonym', 'phrase', 'everyday']);

function Choices({ answerId, mention, style, onDone }: Omit<Props, 'text'> & { onDone: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const overrule = useOverrule(onDone);
  const { brand, start, end, text } = mention;
  const rule = familyOf(mention.rule);
  return (
    <Stack gap="xs">
      <Text size="sm">{t(mention.status === 'absent' ? 'answers.absent' : 'answers.mention', { brand: style.name })}</Text>
      {rule && (
        <Text size="xs" c="dimmed">
          {label('overrulings.rules', rule)}
        </Text>
      )}
      <May needs="editor">
        <Button
          size="xs"
          variant="default"
          loading={overrule.isPending}
          onClick={() => overrule.mutate({ scope: 'mention', answerId, start, end, brand, counts: false })}
        >
          {t('overrulings.notHere', { brand: style.name })}
        </Button>
        {judged.has(rule) && (
          <Button
            size="xs"
            variant="default"
            loading={overrule.isPending}
            onClick={() => overrule.mutate({ scope: 'rule', alias: text, rule, brand, counts: false })}
          >
            {t('overrulings.neverByRule', { name: text })}
          </Button>
        )}
      </May>
      {overrule.error && <Failure error={overrule.error} />}
    </Stack>
  );
}
