import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** A part of a page, with its heading and where there is more of it. */
export function Section({ title, more, children }: { title: string; more?: { href: string; text: string }; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {more && (
          <Text size="sm">
            <Link href={more.href}>{more.text}</Link>
          </Text>
        )}
      </Group>
      {children}
    </section>
  );
}
