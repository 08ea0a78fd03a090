import { Alert } from '@mantine/core';
import { onlineManager, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api.ts';

const retryMs = 5000;

/** Shown while the browser is offline or the last thing read failed for want of a server; tries again by itself. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const fetching = useIsFetching();
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (fetching > 0) return;
    const isAway = (error: unknown) => error instanceof ApiError && error.code === 'offline';
    setAway(
      client
        .getQueryCache()
        .getAll()
        .some((query) => query.isActive() && isAway(query.state.error)),
    );
  }, [client, fetching]);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => void client.refetchQueries({ type: 'active' }), retryMs);
    return () => clearInterval(timer);
  }, [away, client]);
  return (
    <div role="status">
      {(away || !online) && (
        <Alert color="red" variant="light" radius={0} py="xs" data-testid="offline">
          {t('app.offline')}
        </Alert>
      )}
    </div>
  );
}
