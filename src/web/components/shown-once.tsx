import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string; text: string; value: string | null; onClose: () => void; children?: ReactNode };

/** What is seen this one time; a click beside the dialog does not lose it. */
export function ShownOnce({ title, text, value, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={value !== null}
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {value !== null && (
        <Stack gap="sm">
          <Text size="sm">{text}</Text>
          <Code block data-testid="shown-once" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {value}
          </Code>
          {children}
          <Group justify="flex-end">
            <CopyButton value={value}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'people.copied' : 'people.copy')}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>{t('people.done')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
