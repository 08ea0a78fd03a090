import { Container, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';

/** What is around a page for people who are not in yet: whose page it is, and their language. */
export function Outside({ children }: { children: ReactNode }) {
  return (
    <Container size="xs" py="md">
      <Group component="header" justify="space-between" mb="xl" wrap="nowrap">
        <Text fw={700} component="span">
          Wayseen
        </Text>
        <Group gap="xs" wrap="nowrap">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </Group>
      <Stack component="main">{children}</Stack>
    </Container>
  );
}
