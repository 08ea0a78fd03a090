import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';

/** `previousUntil`: how long the former one signs too, where there is one. */
export type ShownSecret = { secret: string; previousUntil: string | null };

/** The only time that a secret is seen; a click beside the dialog does not lose it. */
export function SecretOnce({ shown, onClose }: { shown: ShownSecret | null; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={t('webhooks.secretTitle')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown && (
        <Stack gap="sm">
          <Text size="sm">{t('webhooks.secretText')}</Text>
          <Code block data-testid="secret" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {shown.secret}
          </Code>
          {shown.previousUntil && <Text size="sm">{t('webhooks.rotatedText', { time: format.time(shown.previousUntil) })}</Text>}
          <Group justify="flex-end">
            <CopyButton value={shown.secret}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'webhooks.copied' : 'webhooks.copy')}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>{t('webhooks.done')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
