import { NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import type { Share, Survival } from '../conversation-queries.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useUrlState } from '../workspace.ts';
import { DataTable } from './data-table.tsx';
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
      <DataTable
        label={t('conversations.survivalLabel')}
        testId="survival"
        minWidth={820}
        columns={[
          t('conversations.stage'),
          ...columns.map((column) => t(`conversations.${column}`)),
          t('conversations.moves'),
          t('conversations.singles'),
        ]}
      >
        {chosen.stages.map((stage) => (
          <tr key={stage.stage}>
            <th scope="row" className="nowrap">
              {label('stages', stage.stage)}
            </th>
            {columns.map((column) => (
              <td key={column}>
                <ShareText share={stage[column]} whole={column === 'named'} />
              </td>
            ))}
            <td>{t('conversations.movesText', { enters: format.integer(stage.enters), drops: format.integer(stage.dropsOut) })}</td>
            <td>
              <FigureText figure={stage.singles ?? undefined} interval="market" counted />
            </td>
          </tr>
        ))}
      </DataTable>
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
    <DataTable
      label={t('conversations.allBrands')}
      minWidth={520}
      columns={[t('conversations.brand'), ...stages.map(({ stage }) => label('stages', stage))]}
    >
      {survival.brands.map(({ brand, own, stages: of }) => (
        <tr key={brand}>
          <th scope="row" className={own ? 'brand-name own' : 'brand-name'}>
            <bdi>{styleOf(brands, brand).name}</bdi>
          </th>
          {of.map(({ stage, named }) => (
            <td key={stage}>
              <ShareText share={named} />
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
