import { expect, test } from 'vitest';
import { serverWords } from '../../src/web/failure-text.ts';

const issues = [{ path: 'rule.points', message: 'is 0; write 0.005 or more' }];

test('who reads Chinese is shown English only where it says more than the name of the failure', () => {
  expect(serverWords({ code: 'not_found', message: 'The run does not exist.', issues: [] }, 'zh-CN')).toBeNull();
  expect(serverWords({ code: 'invalid_input', message: 'The request is not usable.', issues }, 'zh-TW')).toBeNull();
  expect(serverWords({ code: 'invalid_input', message: 'The file holds no rows.', issues: [] }, 'zh-TW')).toBe('The file holds no rows.');
  expect(serverWords({ code: 'conflict', message: 'The run has ended.', issues: [] }, 'zh-CN')).toBe('The run has ended.');
});

test('who reads English is shown what the server said, and nothing of a server that did not answer', () => {
  expect(serverWords({ code: 'not_found', message: 'The run does not exist.', issues: [] }, 'en')).toBe('The run does not exist.');
  expect(serverWords({ code: 'offline', message: '', issues: [] }, 'en')).toBeNull();
  expect(serverWords({ code: 'conflict', message: '', issues: [] }, 'en')).toBeNull();
});
