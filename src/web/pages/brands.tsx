import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ApiError, type PanelBrand } from '../api.ts';
import { useBrandStep, usePanel, type BrandEdit, type BrandStep } from '../brand-changes.ts';
import { BrandCard } from '../components/brand-card.tsx';
import { BrandForm } from '../components/brand-form.tsx';
import { May } from '../components/may.tsx';
import { Failure, Loading, PageTitle } from '../components/states.tsx';
import { useHref, useWorkspace } from '../workspace.ts';

const noBrand: BrandEdit = { id: null, name: '', own: false, aliases: [], domains: [] };

/** What is being edited, and the version that it was read at: what others save meanwhile is not lost. */
type Editing = { brand: BrandEdit; version: number };

export default function Brands() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = usePanel(slug);
  const [editing, setEditing] = useState<Editing | null>(null);
  const step = useBrandStep();
  const edit = (brand: BrandEdit) => {
    step.reset();
    setEditing({ brand, version: data?.panelVersion ?? 0 });
  };
  const run = (next: BrandStep, version: number) =>
    step.mutate({ step: next, version, before: data?.brands ?? [] }, { onSuccess: () => setEditing(null) });
  const isOutdated = step.error instanceof ApiError && step.error.code === 'conflict' && data?.panelVersion !== editing?.version;
  const fresh = (isOutdated && data?.brands.find(({ id }) => id === editing?.brand.id)) || null;
  const isGone = editing?.brand.id != null && data?.brands.every(({ id }) => id !== editing.brand.id) === true;
  const form = editing && (
    <BrandForm
      key={`${editing.brand.id} ${editing.version}`}
      brand={editing.brand}
      saving={step.isPending}
      error={step.error}
      onReload={fresh && (() => edit(fresh))}
      onSave={(brand) => run({ kind: 'save', brand }, editing.version)}
      onCancel={() => {
        step.reset();
        setEditing(null);
      }}
    />
  );
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { brands, panelVersion } = data;
  const mayGo = (brand: PanelBrand) => brands.length > 1 && (!brand.own || brands.filter(({ own }) => own).length > 1);
  return (
    <>
      <PageTitle title={t('brands.title')} lead={t('brands.lead')} needs="editor">
        <May needs="editor">
          <Button size="xs" disabled={editing !== null && !isGone} onClick={() => edit(noBrand)}>
            {t('brands.add')}
          </Button>
        </May>
      </PageTitle>
      {step.data && <Saved name={step.data.name} working={step.isPending} onUndo={() => run(step.data.undo, panelVersion)} />}
      {step.error && (!editing || isGone) && <Failure error={step.error} />}
      {editing?.brand.id === null && form}
      {brands.map((brand, position) =>
        editing?.brand.id === brand.id ? (
          <div key={brand.id}>{form}</div>
        ) : (
          <BrandCard
            key={brand.id}
            brand={brand}
            busy={step.isPending}
            onEdit={() => edit(brand)}
            onRemove={mayGo(brand) ? () => run({ kind: 'remove', brand, position }, panelVersion) : null}
          />
        ),
      )}
    </>
  );
}

function Saved({ name, working, onUndo }: { name: string; working: boolean; onUndo: () => void }) {
  const { t } = useTranslation();
  const href = useHref();
  return (
    <Alert color="green" variant="light" p="xs" role="status" data-testid="brands-changed">
      <Group gap="xs">
        <Text size="sm">
          {t('brands.changed', { name })} <Link href={href('/history')}>{t('brands.toHistory')}</Link>
        </Text>
        <Button size="compact-xs" variant="default" loading={working} onClick={onUndo}>
          {t('brands.undo')}
        </Button>
      </Group>
    </Alert>
  );
}
