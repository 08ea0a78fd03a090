import { NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import type { Share, Survival } from '../conversation-queries.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useUrlState } from '../workspace.ts';
import { FigureText } from './figure-text.tsx';

type Props = { survival: Survival; brands: ReadonlyMap<string, BrandStyle> };
type Stage = Survival['brands'][number]['stages'][number];
const columns = ['named', 'recommended', 'kept', 'survival'] as const;

/** How one brand comes through the conversations, stage by stage, with its visibility in single questions beside it. */
export function SurvivalTable({ survival, brands }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const url = useUrlState();
  const chosen =
    survival.brands.find(({ brand }) => brand === url.get('brand')) ?? survival.brands.find(({ own }) => own) ?? survival.brands[0];
  if (!chosen) return null;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('conversations.brand')}
        maw={320}
        value={chosen.brand}
        data={survival.brands.map(({ brand }) => ({ value: brand, label: styleOf(brands, brand).name }))}
        onChange={({ currentTarget: { value } }) => url.set({ brand: value })}
      />
      <Table.ScrollContainer minWidth={820} tabIndex={0} aria-label={t('conversations.survivalLabel')}>
        <Table aria-label={t('conversations.survivalLabel')} data-testid="survival">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('conversations.stage')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`conversations.${column}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('conversations.moves')}</Table.Th>
              <Table.Th scope="col">{t('conversations.singles')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {chosen.stages.map((stage) => (
              <Table.Tr key={stage.stage}>
                <Table.Th scope="row" className="nowrap">
                  {label('stages', stage.stage)}
                </Table.Th>
                {columns.map((column) => (
                  <Table.Td key={column}>
                    <ShareText share={stage[column]} whole={column === 'named'} />
                  </Table.Td>
                ))}
                <Table.Td>
                  {t('conversations.movesText', { enters: format.integer(stage.enters), drops: format.integer(stage.dropsOut) })}
                </Table.Td>
                <Table.Td>
                  <FigureText figure={stage.singles ?? undefined} interval="market" counted />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {t('conversations.survivalText')}
      </Text>
    </Stack>
  );
}

/** A share with what it rests on below; `whole`: also how many conversations did not get there. */
function ShareText({ share, whole = false }: { share: Share; whole?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (share.value === null)
    return (
      <Text span size="sm" c="dimmed">
        {t('common.notMeasured')}
      </Text>
    );
  return (
    <div className="number nowrap">
      <Text fw={500} size="sm">
        {format.percent(share.value)}
      </Text>
      <Text size="xs" c="dimmed">
        {share.interval && `(${format.range(share.interval)})`} {t('overview.n', { number: format.integer(share.denominator) })}
      </Text>
      {whole && share.missing > 0 && (
        <Text size="xs" c="dimmed">
          {t('conversations.missing', { number: format.integer(share.missing) })}
        </Text>
      )}
    </div>
  );
}

/** All brands side by side: in which share of the conversations each is named, stage by stage. */
export function NamedTable({ survival, brands }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages: readonly Stage[] = survival.brands[0]?.stages ?? [];
  return (
    <Table.ScrollContainer minWidth={520} tabIndex={0} aria-label={t('conversations.allBrands')}>
      <Table aria-label={t('conversations.allBrands')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('conversations.brand')}</Table.Th>
            {stages.map(({ stage }) => (
              <Table.Th key={stage} scope="col">
                {label('stages', stage)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {survival.brands.map(({ brand, own, stages: of }) => (
            <Table.Tr key={brand}>
              <Table.Th scope="row">
                <Text span fw={own ? 700 : 400} size="sm">
                  <bdi>{styleOf(brands, brand).name}</bdi>
                </Text>
              </Table.Th>
              {of.map(({ stage, named }) => (
                <Table.Td key={stage}>
                  <ShareText share={named} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
