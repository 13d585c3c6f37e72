'use client';
import { createContext, createElement, useContext, type ReactElement, type ReactNode } from 'react';
import type { JudgeClient } from '../client.js';

const ClientContext = createContext<JudgeClient | null>(null);

/** Gives the components below it a client; make that once, outside of any component. */
export function JudgeProvider({ client, children }: { client: JudgeClient; children?: ReactNode }): ReactElement {
  return createElement(ClientContext.Provider, { value: client }, children);
}

/** The client of the nearest JudgeProvider. */
export function useJudge(): JudgeClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useJudge and the other hooks need a <JudgeProvider client={…}> around them');
  return client;
}
