import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from './states.tsx';

type Props = { title: string; text: string; error: Error | null; working: boolean; onYes: () => void; onClose: () => void };

/** Asks before something that cannot be taken back. */
export function Confirm({ title, text, error, working, onYes, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        {error && <Failure error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" onClick={onYes} loading={working}>
            {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
