'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SubmitOptions } from '../submit.js';
import type { Submission, SubmissionRequest } from '../types.js';
import { useJudge } from './provider.js';

/** Submitting, and how the last call of it stands. */
export interface Submitting {
  /** Submits, and gives the submission; the error, if any, is thrown and kept in `error`. */
  submit: (request: SubmissionRequest, options?: SubmitOptions) => Promise<Submission>;
  submission: Submission | null;
  error: Error | null;
  isSubmitting: boolean;
}

/** Submits programs. One that is on its way when the component goes away is submitted all the same. */
export function useSubmit(): Submitting {
  const client = useJudge();
  const [state, setState] = useState<Omit<Submitting, 'submit'>>({ submission: null, error: null, isSubmitting: false });
  // Which call is the last one; 0 while the component is not mounted.
  const last = useRef(0);
  const calls = useRef(0);
  useEffect(() => () => void (last.current = 0), []);

  const submit = useCallback(
    async (request: SubmissionRequest, options?: SubmitOptions) => {
      const call = (last.current = ++calls.current);
      const set = (next: Omit<Submitting, 'submit'>) => {
        if (last.current === call) setState(next);
      };
      set({ submission: null, error: null, isSubmitting: true });
      try {
        const submission = await client.submit(request, options);
        set({ submission, error: null, isSubmitting: false });
        return submission;
      } catch (error) {
        set({ submission: null, error: error instanceof Error ? error : new Error(String(error)), isSubmitting: false });
        throw error;
      }
    },
    [client],
  );
  return { ...state, submit };
}
