'use client';
import { useEffect, useState } from 'react';
import type { JudgeClient } from '../client.js';
import type { Transport } from '../health.js';
import type { Submission } from '../types.js';
import { useJudge } from './provider.js';

/** A submission as far as it is known. */
export interface LiveSubmission {
  /** Null until the first state is there. */
  submission: Submission | null;
  /** Why there will be no further state, such as a JudgeError 404. */
  error: Error | null;
  /** How the states come. */
  transport: Transport | null;
  isJudged: boolean;
}

const nothing: LiveSubmission = { submission: null, error: null, transport: null, isJudged: false };

/** Watches a submission until it is judged, the id changes or the component is gone; nothing is watched while the id is null. */
export function useSubmission(id: string | null | undefined): LiveSubmission {
  const client = useJudge();
  const [live, setLive] = useState<{ id: string; client: JudgeClient; value: LiveSubmission } | null>(null);

  useEffect(() => {
    if (id === null || id === undefined) return;
    const end = new AbortController();
    let value = nothing;
    const set = (change: Partial<LiveSubmission>) => {
      if (end.signal.aborted) return;
      value = { ...value, ...change };
      setLive({ id, client, value });
    };
    const follow = async () => {
      try {
        for await (const submission of client.watch(id, { signal: end.signal, onTransport: (transport) => set({ transport }) }))
          set({ submission, isJudged: submission.state === 'judged' });
      } catch (error) {
        set({ error: error instanceof Error ? error : new Error(String(error)) });
      }
    };
    void follow();
    return () => end.abort();
  }, [client, id]);

  // In the render after a change of id, what is kept is still of the last one.
  return live !== null && live.id === id && live.client === client ? live.value : nothing;
}
