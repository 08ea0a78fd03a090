import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { useFormat } from '../format.ts';
import { useConversionImports } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { May } from './may.tsx';
import { Failure } from './states.tsx';

/** The files that were kept, each to be taken back. */
export function ConversionImports() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const { data: imports = [], error } = useConversionImports(slug);
  const undo = useMutation({
    mutationFn: (id: string) => call(api.conversions.imports[':id'].$delete({ param: { id }, query: { workspace: slug } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['conversions', slug] }),
  });
  const failure = undo.error ?? error;
  return (
    <Stack gap={4} className="no-print">
      {imports.map(({ id, createdAt, madeBy, added, changed }) => (
        <Group key={id} gap="xs" data-testid="conversion-import">
          <Text size="sm">
            {t('funnel.importOf', { time: format.time(createdAt), added: format.integer(added), changed: format.integer(changed) })}
            {madeBy !== null && (
              <Text span size="sm" c="dimmed">
                {' '}
                <bdi>{madeBy}</bdi>
              </Text>
            )}
          </Text>
          <May needs="editor">
            <Button size="xs" variant="subtle" loading={undo.isPending && undo.variables === id} onClick={() => undo.mutate(id)}>
              {t('funnel.undo')}
            </Button>
          </May>
        </Group>
      ))}
      {failure && <Failure error={failure} />}
    </Stack>
  );
}
