import { defineConfig } from 'prisma/config';

// `prisma generate` only reads the schema, but its command line insists on a schema engine that it would have to
// download; any existing executable satisfies it. Migrations run on the engine's WebAssembly build (src/db/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
