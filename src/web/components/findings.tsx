import { Badge, List, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Names } from '../alert-names.ts';
import type { Finding, Overview } from '../api.ts';
import { useFindingText } from '../finding-text.ts';
import { useFormat } from '../format.ts';
import { useHref } from '../workspace.ts';

type Props = { overview: Overview; names: Names; weeks: number };

/** What the figures say, in sentences made by rules: a headline a stage, and below it what else is worth knowing. */
export function Findings({ overview, names, weeks }: Props) {
  const { t } = useTranslation();
  const everywhere = overview.findings.filter(({ stage }) => stage === null);
  const byStage = Map.groupBy(
    overview.findings.filter(({ stage }) => stage !== null),
    ({ stage }) => stage,
  );
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('home.inWords')} data-testid="findings">
      <Stack gap="lg">
        {everywhere.length > 0 && <StageWords findings={everywhere} overview={overview} names={names} weeks={weeks} />}
        {[...byStage].map(([stage, findings]) => (
          <StageWords key={stage} findings={findings} overview={overview} names={names} weeks={weeks} />
        ))}
      </Stack>
    </Paper>
  );
}

const headline = new Set<Finding['kind']>(['level', 'alert', 'unmeasured']);

function StageWords({ findings, overview, names, weeks }: Props & { findings: Finding[] }) {
  const { t } = useTranslation();
  const sentence = useFindingText(names, weeks);
  const [head, rest] = [findings.filter(({ kind }) => headline.has(kind)), findings.filter(({ kind }) => !headline.has(kind))];
  return (
    <div>
      <Text size="lg" fw={500}>
        {head.map((finding, index) => (
          <span key={`${finding.kind} ${finding.alert}`}>
            {index > 0 && t('home.joiner')}
            <Linked finding={finding}>{sentence(finding)}</Linked>
          </span>
        ))}
        {t('home.stop')} <Behind finding={head[0]} overview={overview} />
      </Text>
      <List size="sm" c="dimmed" listStyleType="none" spacing={2} mt={4}>
        {rest.map((finding) => (
          <List.Item key={finding.kind}>
            {sentence(finding)} {finding.sure && finding.kind === 'change' && <Sure sure={finding.sure} />}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Linked({ finding, children }: { finding: Finding; children: string }) {
  const href = useHref();
  const { t } = useTranslation();
  if (finding.alert === null) return children;
  return (
    <>
      <Link href={href('/alerts')}>{children}</Link>
      {t('home.colon')}
      <Sure sure="real" />
    </>
  );
}

const colours = { real: 'red', likely: 'indigo', chance: 'gray' } as const;

function Sure({ sure }: { sure: keyof typeof colours }) {
  const { t } = useTranslation();
  return (
    <Badge
      size="sm"
      variant={sure === 'chance' ? 'default' : 'light'}
      color={colours[sure]}
      title={t(`home.sureText.${sure}`)}
      tt="none"
      className="badge"
    >
      {t(`home.sure.${sure}`)}
    </Badge>
  );
}

/** The way down to the answers behind a stage's sentence. */
function Behind({ finding, overview }: { finding: Finding | undefined; overview: Overview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useHref();
  const reading = overview.stages.find(({ stage }) => stage === finding?.stage);
  if (!reading || reading.visibility.runs === 0) return null;
  const { from, to } = overview;
  return (
    <Text span size="sm" fw={400}>
      <Link href={href('/answers', { stage: reading.stage, from, to })}>
        {t('home.answers', { count: reading.visibility.runs, number: format.integer(reading.visibility.runs) })}
      </Link>
    </Text>
  );
}
