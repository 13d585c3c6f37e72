'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { closedConnection, type Connection } from '../connection.js';
import { useJudge } from './provider.js';

/** How the client hears of changes at this moment: `status` and `transport`. */
export function useSocket(): Connection {
  const client = useJudge();
  return useSyncExternalStore(
    useCallback((listener) => client.onConnection(listener), [client]),
    () => client.connection,
    () => closedConnection,
  );
}
