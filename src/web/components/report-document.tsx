import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import type { Block, Cell, Document } from '../../domain/report/document.ts';
import { piecesOf } from '../../domain/report/pieces.ts';
import { DataTable } from './data-table.tsx';

/** A report as the same sections, tables and words that its PDF, mail and workbook have. */
export function ReportDocument({ document, more = [] }: { document: Document; more?: Document['sections'][number]['blocks'] }) {
  return (
    <Stack gap="lg" className="report" lang={document.language}>
      <div>
        <Title order={1} size="h2">
          {document.title}
        </Title>
        <Text c="dimmed">{document.period}</Text>
      </div>
      {document.simulated && (
        <div className="simulated" role="note">
          {document.simulated}
        </div>
      )}
      {more.length > 0 && (
        <section data-testid="report-corrections">
          <Blocks blocks={more} />
        </section>
      )}
      {document.sections.map(({ id, title, blocks }) => (
        <section key={id} aria-labelledby={`report-${id}`} data-testid={`report-${id}`}>
          <Title order={2} size="h4" id={`report-${id}`} mb="xs">
            {title}
          </Title>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </Stack>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <Stack gap="xs">
      {blocks.map((block, index) => (
        // A report does not change: what stands at a place stays there.
        <BlockView key={index} block={block} />
      ))}
    </Stack>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'text')
    return (
      <Text>
        <Figures text={block.text} />
      </Text>
    );
  if (block.kind === 'list') {
    return (
      <List type="ordered" spacing="xs">
        {block.items.map(({ text, note }) => (
          <List.Item key={text}>
            <Figures text={text} />
            {note && (
              <Text size="sm" c="dimmed">
                {note}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    );
  }
  return (
    <div>
      <Text size="sm" mb={4}>
        <Figures text={block.caption} />
      </Text>
      <DataTable label={block.caption} minWidth={Math.min(900, 120 * block.columns.length)} columns={block.columns}>
        {block.rows.map((row) => (
          <tr key={row.map(({ text }) => text).join('|')}>
            {row.map((cell, column) => (
              <td key={block.columns[column]} className={cell.value === undefined ? undefined : 'number'}>
                <CellText cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
    </div>
  );
}

/** A text whose intervals are not broken between lines. */
const Figures = ({ text }: { text: string }) =>
  piecesOf(text).map((piece, index) =>
    piece.whole ? (
      <span key={index} className="nowrap">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );

function CellText({ cell: { text, href, strong } }: { cell: Cell }) {
  if (strong)
    return (
      <strong>
        <bdi>
          <Figures text={text} />
        </bdi>
      </strong>
    );
  // A cited address may be anything: only a web address becomes a link.
  if (href === undefined || !/^https?:\/\//i.test(href))
    return (
      <bdi>
        <Figures text={text} />
      </bdi>
    );
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" inherit>
      <bdi>{text}</bdi>
    </Anchor>
  );
}
