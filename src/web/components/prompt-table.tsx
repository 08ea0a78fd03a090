import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Prompt, PromptFigures } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { windowRows } from '../window-rows.ts';
import { useHref, useMay, useWorkspace } from '../workspace.ts';
import { FigureText } from './figure-text.tsx';
import { Sparkline } from './sparkline.tsx';

const rowHeight = 46;
const columns = ['text', 'stage', 'visibility', 'weeks', 'stability', 'cost'] as const;

type Props = {
  prompts: readonly Prompt[];
  /** undefined while they are on their way. */
  figures: ReadonlyMap<string, PromptFigures> | undefined;
  chosen: ReadonlySet<string>;
  editing: string | null;
  onChoose: (ids: readonly string[], on: boolean) => void;
  onEdit: (id: string) => void;
  onStage: (id: string, stage: string) => void;
};

/** Thousands of prompts, of which only those in sight are drawn: plain elements, so that scrolling costs little. */
export function PromptTable({ prompts, figures, chosen, editing, onChoose, onEdit, onStage }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMay('editor');
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ scrollTop: 0, height: 600 });
  const measure = () => {
    if (box.current) setScroll({ scrollTop: box.current.scrollTop, height: box.current.clientHeight });
  };
  useEffect(measure, []);
  const { start, end, before, after } = windowRows({ count: prompts.length, rowHeight, ...scroll });
  const all = useMemo(() => prompts.map(({ id }) => id), [prompts]);
  const allChosen = all.length > 0 && all.every((id) => chosen.has(id));
  return (
    <div ref={box} className="prompt-box" tabIndex={0} role="region" aria-label={t('prompts.tableLabel')} onScroll={measure}>
      <table className="prompt-table" aria-label={t('prompts.tableLabel')} aria-rowcount={prompts.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {mayEdit && (
              <th scope="col" className="check">
                <input type="checkbox" checked={allChosen} onChange={() => onChoose(all, !allChosen)} aria-label={t('prompts.chooseAll')} />
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col" className={column}>
                {t(`prompts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {prompts.slice(start, end).map((prompt, index) => (
            <Row
              key={prompt.id}
              mayEdit={mayEdit}
              prompt={prompt}
              index={start + index + 2}
              figures={figures?.get(prompt.id)}
              waiting={figures === undefined}
              chosen={chosen.has(prompt.id)}
              editing={editing === prompt.id}
              onChoose={onChoose}
              onEdit={onEdit}
              onStage={onStage}
            />
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Pick<Props, 'onChoose' | 'onEdit' | 'onStage'> & {
  prompt: Prompt;
  index: number;
  mayEdit: boolean;
  figures: PromptFigures | undefined;
  waiting: boolean;
  chosen: boolean;
  editing: boolean;
};

const Row = memo(function Row({ prompt, index, mayEdit, figures, waiting, chosen, editing, onChoose, onEdit, onStage }: RowProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const href = useHref();
  const { stages } = useWorkspace();
  const { id, text, stage, intent, language, tags, branded, canary } = prompt;
  const place = [
    intent,
    label('contentLanguages', language),
    ...(branded ? [t('prompts.branded')] : []),
    ...(canary ? [t('prompts.canary')] : []),
    ...tags.map((tag) => `#${tag}`),
  ].join(' · ');
  return (
    <tr aria-rowindex={index} className={editing ? 'editing' : undefined} data-testid="prompt-row">
      {mayEdit && (
        <td className="check">
          <input type="checkbox" checked={chosen} onChange={() => onChoose([id], !chosen)} aria-label={t('prompts.choose', { text })} />
        </td>
      )}
      <td className="text">
        <Link className="plain-link" href={href(`/prompts/${id}`)} lang={language || undefined} title={text}>
          <bdi>{text}</bdi>
        </Link>{' '}
        {mayEdit && (
          <button type="button" className="row-button" onClick={() => onEdit(id)} aria-label={t('prompts.editLabel', { text })}>
            {t('prompts.edit')}
          </button>
        )}
        <small title={place}>
          <bdi>{place}</bdi>
        </small>
      </td>
      <td className="stage">
        {mayEdit ? (
          <select value={stage} aria-label={t('prompts.stageOf', { text })} onChange={(event) => onStage(id, event.currentTarget.value)}>
            {[...new Set([...stages, stage])].map((one) => (
              <option key={one} value={one}>
                {label('stages', one)}
              </option>
            ))}
          </select>
        ) : (
          label('stages', stage)
        )}
      </td>
      <td className="visibility">
        {waiting ? <Waiting /> : <FigureText figure={figures?.visibility} interval="panel" />}
        {figures && figures.visibility.value !== null && (
          <small>{t('overview.n', { number: format.integer(figures.visibility.denominator) })}</small>
        )}
      </td>
      <td className="weeks">{figures && <Sparkline weeks={figures.weeks} />}</td>
      <td className="stability number">
        {waiting ? <Waiting /> : figures?.stability.value == null ? t('common.none') : format.percent(figures.stability.value)}
      </td>
      <td className="cost number">
        {waiting ? <Waiting /> : figures?.usdPerMonth == null ? t('common.none') : format.usd(figures.usdPerMonth)}
      </td>
    </tr>
  );
});

/** A figure that is on its way is not one that was not measured. */
function Waiting() {
  const { t } = useTranslation();
  return (
    <small className="waiting" role="img" aria-label={t('common.toCome')}>
      …
    </small>
  );
}
