import { Button, Card, Group, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlertRules, useRuleChange, type SavedRule } from '../alert-queries.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { May } from './may.tsx';
import { RuleForm } from './rule-form.tsx';
import { Failure } from './states.tsx';

export function AlertRules() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useAlertRules(slug);
  const [editing, setEditing] = useState<SavedRule | 'new' | null>(null);
  const [removed, setRemoved] = useState<SavedRule | null>(null);
  const restore = useRuleChange(() => setRemoved(null));
  return (
    <Card withBorder component="section" aria-label={t('alerts.rulesTitle')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('alerts.rulesTitle')}
          </Title>
          <May needs="editor">
            <Button size="xs" onClick={() => setEditing('new')}>
              {t('alerts.addRule')}
            </Button>
          </May>
        </Group>
        <Text size="sm">{t('alerts.rulesText')}</Text>
        {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('alerts.noRules')}
          </Text>
        )}
        {data?.map((rule) => (
          <RuleRow key={rule.id} rule={rule as SavedRule} onEdit={setEditing} onRemoved={setRemoved} />
        ))}
        {removed && (
          <Group gap="xs" role="status">
            <Text size="sm">{t('alerts.removed', { name: removed.name })}</Text>
            <Button
              size="xs"
              variant="default"
              loading={restore.isPending}
              onClick={() => restore.mutate({ id: null, name: removed.name, rule: removed.rule })}
            >
              {t('alerts.restoreRule')}
            </Button>
          </Group>
        )}
      </Stack>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={t('alerts.form.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {editing !== null && <RuleForm saved={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      </Modal>
    </Card>
  );
}

type RowProps = { rule: SavedRule; onEdit: (rule: SavedRule) => void; onRemoved: (rule: SavedRule) => void };

function RuleRow({ rule, onEdit, onRemoved }: RowProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const change = useRuleChange();
  const remove = useRuleChange(() => onRemoved(rule));
  return (
    <Group justify="space-between" data-testid="alert-rule">
      <div>
        <Text>
          <bdi>{rule.name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {[label('alerts.kinds', rule.rule.kind), ...rule.words.map((word) => label('alerts.words', word))].join(' · ')}
        </Text>
        {change.error && <Failure error={change.error} />}
        {remove.error && <Failure error={remove.error} />}
      </div>
      <May needs="editor">
        <Group gap="xs">
          <Switch
            checked={rule.enabled}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ id: rule.id, enabled: event.currentTarget.checked })}
            aria-label={t('alerts.enableRule', { name: rule.name })}
          />
          <Button size="xs" variant="default" onClick={() => onEdit(rule)}>
            {t('alerts.editRule')}
          </Button>
          <Button size="xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate({ id: rule.id, remove: true })}>
            {t('alerts.removeRule')}
          </Button>
        </Group>
      </May>
    </Group>
  );
}
