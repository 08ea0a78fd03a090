import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { fileFormats, reportFile, reportLanguages, type FileFormat } from '../../services/report-files.ts';
import { readKept } from '../../services/reports.ts';
import { workspaceOf } from '../access.ts';
import { failures, idParam, workspaceQuery } from '../schemas.ts';

const formats = Object.keys(fileFormats) as [FileFormat, ...FileFormat[]];

export const reportFileRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/reports/{id}/files/{format}',
        'x-role': 'viewer',
        tags: ['reports'],
        summary: 'A report as a file: JSON or CSV of every figure, XLSX, PDF, HTML or plain text',
        request: {
          query: workspaceQuery.extend({ language: z.enum(reportLanguages).default('en') }),
          params: idParam.extend({ format: z.enum(formats) }),
        },
        responses: {
          200: {
            description: 'The file.',
            content: Object.fromEntries(Object.values(fileFormats).map((type) => [type, { schema: z.string() }])),
          },
          ...failures,
        },
      }),
      handler: async (c) => {
        const { language } = c.req.valid('query');
        const { id, format } = c.req.valid('param');
        const { report } = await readKept(deps, workspaceOf(c), id);
        const file = await reportFile(report, format, language);
        return c.body(file.content, 200, {
          'content-type': file.type,
          'content-disposition': `attachment; filename="${file.name}"`,
        });
      },
    }),
  ] as const;
